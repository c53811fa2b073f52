import { createServer } from 'node:net';
import type { Ports } from './options.ts';
import { codeOf, Refusal } from './refusal.ts';

export const HOST = '127.0.0.1';

/** @throws {Refusal} naming the first port that is taken or that this user may not open */
export async function refuseTakenPorts(ports: Ports): Promise<void> {
  for (const port of Object.values(ports)) await tryPort(port);
}

function tryPort(port: number): Promise<void> {
  return new Promise((done, fail) => {
    const server = createServer();
    server.on('error', (error) => fail(portRefusal(port, error)));
    server.listen(port, HOST, () => server.close(() => done()));
  });
}

function portRefusal(port: number, error: Error): Error {
  switch (codeOf(error)) {
    case 'EADDRINUSE':
      return new Refusal(
        `Cổng ${port} đang có chương trình khác dùng: hãy dừng nó, hoặc đặt CNSCD_PORT_BASE khác (ví dụ 5000).`,
        `Port ${port} is taken by another program: stop that, or set another CNSCD_PORT_BASE (such as 5000).`,
      );
    case 'EACCES':
      return new Refusal(
        `Người dùng này không được mở cổng ${port}: hãy đặt CNSCD_PORT_BASE từ 1024 trở lên.`,
        `This user may not open port ${port}: set CNSCD_PORT_BASE to 1024 or more.`,
      );
    default:
      return error;
  }
}
