import type { Running } from './serve.ts';

/** Asks each server what a first user would. @throws Error naming the server that does not answer as it should */
export async function askAll(urls: Running): Promise<void> {
  await Promise.all([
    askGraphql('gateway', urls.gateway, '{ communes { code fullName } }'),
    askGraphql('subgraph', urls.subgraph, '{ adminUnit(code: "44", asOf: "2025-07-01") { fullName } }'),
    askGraphql('portal subgraph', urls.portal, '{ communes { code } }'),
    askPeople('demo sign-in', urls.signIn),
    askPeople('fake Zalo', urls.zalo),
    askPage(urls.page, 'config.json'),
    askPage(urls.miniApp),
  ]);
}

async function askGraphql(name: string, url: string, query: string): Promise<void> {
  const response = await fetch(url, {
    method: 'POST',
    headers: { 'content-type': 'application/json' },
    body: JSON.stringify({ query }),
  });
  const { data, errors } = (await response.json()) as {
    data?: Record<string, unknown>;
    errors?: { message: string }[];
  };
  if (errors !== undefined) throw new Error(`the ${name} answers: ${errors[0]?.message}`);
  if (Object.values(data ?? {}).includes(null)) throw new Error(`the ${name} has no answer to ${query}`);
}

async function askPeople(name: string, url: string): Promise<void> {
  const response = await fetch(url);
  const people = (await response.json()) as unknown[];
  if (!response.ok || people.length === 0) throw new Error(`the ${name} has nobody to sign in as`);
}

async function askPage(url: string, ...files: string[]): Promise<void> {
  const pages = await Promise.all([url, ...files].map((path) => fetch(new URL(path, url))));
  const failed = pages.find((page) => !page.ok);
  if (failed !== undefined) throw new Error(`the page answers ${failed.status} at ${failed.url}`);
}
