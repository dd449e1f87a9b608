import { afterAll, afterEach, beforeAll, beforeEach, describe, expect, it, jest } from '@jest/globals';
import { Body, Controller, Module, Param, Post } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter, type NestFastifyApplication } from '@nestjs/platform-fastify';
import { PassThrough } from 'node:stream';
import { ProblemError } from './problem';
import { acceptRawBodies, Bytes, RawBody } from './raw-body';
import { letTooLargeBeAnswered } from './too-large';

let read = 0;

@Controller('files')
class Files {
  @Post(':id')
  async take(@Param('id') id: string, @Bytes() body: RawBody) {
    if (id === 'refused') throw new ProblemError('forbidden', 403, 'No.');
    read += 1;
    const bytes = await body.read();
    return { type: body.type, length: bytes.length };
  }

  @Post()
  json(@Body() body: object) {
    return body;
  }
}

@Module({ controllers: [Files] })
class App {}

const limit = 1024 * 1024;

describe('a body of bytes', () => {
  let app: NestFastifyApplication;
  let url: string;
  beforeAll(async () => {
    app = await NestFactory.create<NestFastifyApplication>(App, new FastifyAdapter({ bodyLimit: 1024 }), {
      logger: false,
    });
    acceptRawBodies(app, [{ method: 'POST', path: '/files/:id', types: ['image/png'], limit }]);
    letTooLargeBeAnswered(app);
    // What a service's filter does, of which this spec needs the status alone.
    app.useGlobalFilters({
      catch: (error: { status?: number; statusCode?: number }, host) => {
        const status = error.status ?? error.statusCode ?? 500;
        void host.switchToHttp().getResponse().status(status).send({ status });
      },
    });
    await app.listen(0, '127.0.0.1');
    url = await app.getUrl();
  });
  afterAll(() => app.close());

  const send = async (path: string, type: string, body: BodyInit) => {
    const init = { method: 'POST', headers: { 'content-type': type }, body, duplex: 'half' };
    const reply = await fetch(`${url}${path}`, init);
    return { status: reply.status, body: await reply.json() };
  };
  /** Of unknown length, and endless for who does not stop reading. */
  const stream = (chunks: number) => {
    let left = chunks;
    return new ReadableStream({
      pull: (controller) => (left-- > 0 ? controller.enqueue(new Uint8Array(64 * 1024)) : controller.close()),
    });
  };

  it('arrives whole, with the type that its sender gave it', async () => {
    const reply = await send('/files/1', 'Image/PNG; charset=x', new Uint8Array(limit));
    expect(reply).toEqual({ status: 201, body: { type: 'image/png', length: limit } });
    expect((await send('/files/1', 'image/png', stream(3))).body).toMatchObject({ length: 3 * 64 * 1024 });
  });

  it('is refused beyond the limit of its route, whether or not its length was said', async () => {
    expect((await send('/files/1', 'image/png', new Uint8Array(limit + 1))).status).toBe(413);
    expect((await send('/files/1', 'image/png', stream(17))).status).toBe(413);
  });

  it.each(['image/jpeg', 'text/html', 'application/json', 'multipart/form-data; boundary=x'])(
    'is refused as %s, which its route does not take',
    async (type) => expect((await send('/files/1', type, '{"a":1}')).status).toBe(415),
  );

  it('is taken nowhere else, where JSON keeps its own limit', async () => {
    expect((await send('/files', 'image/png', new Uint8Array(8))).status).toBe(415);
    expect((await send('/files', 'application/json', JSON.stringify({ a: 'x'.repeat(2000) }))).status).toBe(413);
    expect(await send('/files', 'application/json', '{"a":1}')).toEqual({ status: 201, body: { a: 1 } });
  });

  it('is not read for who may not send it, and the connection lives on', async () => {
    const before = read;
    expect((await send('/files/refused', 'image/png', new Uint8Array(limit))).status).toBe(403);
    expect(read).toBe(before);
    expect((await send('/files/1', 'image/png', new Uint8Array(8))).status).toBe(201);
  });
});

describe('a body that comes slowly', () => {
  beforeEach(() => void jest.useFakeTimers());
  afterEach(() => void jest.useRealTimers());

  /** What becomes of it, and after how many seconds, when so many bytes come each second. */
  const outcome = async (perSecond: number, seconds: number): Promise<[number, number]> => {
    const stream = new PassThrough();
    let [status, at] = [0, 0];
    const reading = new RawBody('image/png', stream, 10 * limit).read().then(
      () => (status = 200),
      (error: ProblemError) => (status = error.status),
    );
    for (; at < seconds && status === 0; at += 1) {
      if (perSecond > 0) stream.write(Buffer.alloc(perSecond));
      await jest.advanceTimersByTimeAsync(1_000);
    }
    if (status === 0) stream.end();
    await reading;
    return [status, at];
  };

  it('is given up when hardly anything comes, which only holds a place', async () => {
    expect(await outcome(0, 60)).toEqual([408, 6]);
    expect(await outcome(1024, 60)).toEqual([408, 6]);
    expect(await outcome(12 * 1024, 60)).toEqual([408, 21]);
  });

  it('is waited for on a slow line, but not without end', async () => {
    expect(await outcome(16 * 1024, 80)).toEqual([200, 80]);
    expect(await outcome(16 * 1024, 120)).toEqual([408, 90]);
  });
});
