import assert from 'node:assert/strict';
import { once } from 'node:events';
import { createServer, type RequestListener } from 'node:http';
import { type AddressInfo, createServer as createTcpServer, type Server, type Socket } from 'node:net';
import { Readable } from 'node:stream';
import { askGateway, gatewayOf } from '../../../src/openclaw/gateway.ts';

const never = new AbortController().signal;

describe('gatewayOf', () => {
  const port = (config: object, variable?: string) =>
    gatewayOf(config as never, { OPENCLAW_GATEWAY_PORT: variable }).port;

  it('reads the port as OpenClaw does: the variable, the config, the default', () => {
    assert.equal(port({ gateway: { port: 1234 } }, '4321'), 4321);
    assert.equal(port({ gateway: { port: 1234 } }, ' 127.0.0.1:4321 '), 4321);
    assert.equal(port({ gateway: { port: 1234 } }, '[::1]:4321'), 4321);
    assert.equal(port({ gateway: { port: 1234 } }), 1234);
    for (const wrong of ['', 'x', '0', '1:2:3', '70000', '-1'])
      assert.equal(port({ gateway: { port: 1234 } }, wrong), 1234, wrong);
    for (const wrong of [0, -1, 1.5, '1234', null, 70_000])
      assert.equal(port({ gateway: { port: wrong } }), 18789, String(wrong));
    assert.equal(gatewayOf(undefined, {}).port, 18789);
  });

  it('knows TLS, and a gateway of another machine without what its URL may carry', () => {
    assert.equal(gatewayOf({ gateway: { tls: { enabled: true } } }, {}).isTls, true);
    assert.equal(gatewayOf({}, {}).isTls, false);
    const remote = (gateway: object) => gatewayOf({ gateway } as never, {}).remote;
    const url = 'wss://user:secret@gateway.example:8443/?token=secret';
    assert.equal(remote({ mode: 'remote', remote: { url } }), 'gateway.example:8443');
    assert.equal(remote({ mode: 'remote' }), '');
    assert.equal(remote({ mode: 'local', remote: { url } }), undefined);
  });
});

describe('askGateway', () => {
  const servers: Server[] = [];
  after(() => {
    for (const server of servers) server.close();
  });

  async function listening(server: Server) {
    servers.push(server);
    await once(server.listen(0, '127.0.0.1'), 'listening');
    return { port: (server.address() as AddressInfo).port, isTls: false, remote: undefined };
  }
  const answering = (listener: RequestListener) => listening(createServer(listener));

  it('knows OpenClaw by what it says of its health', async () => {
    const paths: (string | undefined)[] = [];
    const gateway = await answering(({ url }, response) => {
      paths.push(url);
      response.end('{"ok":true,"status":"live"}');
    });
    assert.equal(await askGateway(gateway, never), 'gateway');
    assert.deepEqual(paths, ['/healthz']);
  });

  it('knows older versions by their control panel', async () => {
    const page = '<!doctype html><html><head><title>OpenClaw Control</title></head></html>';
    const gateway = await answering((_, response) => response.end(page));
    assert.equal(await askGateway(gateway, never), 'gateway');
  });

  it('tells another server from it, and what does not speak HTTP', async () => {
    for (const text of ['<title>Jupyter</title>', '{"status":"live"}', '{}', '', 'x'.repeat(100_000)]) {
      const other = await answering((_, response) => response.end(text));
      assert.equal(await askGateway(other, never), 'something-else', text.slice(0, 20));
    }
    const mail = await listening(createTcpServer(socket => socket.end('220 mail.example\r\n')));
    assert.equal(await askGateway(mail, never), 'something-else');
  });

  it('reads no more of an answer than it needs', async () => {
    const endless = await answering((_, response) => {
      Readable.from(forever())
        .on('error', () => undefined)
        .pipe(response);
    });
    assert.equal(await askGateway(endless, never, 60_000), 'something-else');
  });

  it('says that nothing is there', async () => {
    const gone = createTcpServer();
    const gateway = await listening(gone);
    await new Promise(resolve => gone.close(resolve));
    assert.equal(await askGateway(gateway, never), 'nothing');
  });

  it('gives up on one that never answers', async () => {
    const silent = await listening(createTcpServer(socket => socket.on('error', () => socket.destroy())));
    assert.notEqual(await askGateway(silent, never, 50), 'gateway');
  });

  it('lets go of the connection when it is told to stop', async () => {
    const connected = Promise.withResolvers<Socket>();
    const silent = await listening(createTcpServer(socket => connected.resolve(socket)));
    const running = new AbortController();
    const answer = askGateway(silent, running.signal, 60_000);
    const socket = await connected.promise;
    running.abort();
    assert.notEqual(await answer, 'gateway');
    // What was asked has to be read before the end shows.
    await once(socket.on('error', () => undefined).resume(), 'close');
  });
});

function* forever() {
  for (;;) yield 'x'.repeat(1_000);
}
