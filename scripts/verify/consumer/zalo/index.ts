import { createZaloApp, ZaloError } from '@cnscd/zalo';
import { startFakeZalo } from '@cnscd/zalo/testing';

const zalo = await startFakeZalo();
try {
  const app = createZaloApp({ appId: zalo.appId, appSecret: zalo.appSecret, baseUrl: zalo.url });
  const error: unknown = await app.personOf('a token of nobody').catch((reason: unknown) => reason);
  if (!(error instanceof ZaloError) || error.code !== 'ZALO_TOKEN_INVALID') throw new Error(String(error));
} finally {
  await zalo.close();
}
