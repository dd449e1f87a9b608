// Row 2 and 10: Nest on socket.io, emitting to everybody. Run by Node itself, so decorators are called.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { IoAdapter } from '@nestjs/platform-socket.io';
import { WebSocketGateway } from '@nestjs/websockets';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCalls } from '../calls.ts';

interface Emitting {
  emit(event: string, view: unknown): void;
}

class Live {
  server: Emitting | null = null;
  afterInit(server: Emitting): void {
    this.server = server;
  }
}
WebSocketGateway({ transports: ['websocket'] })(Live);
class App {}
Module({ providers: [Live] })(App);

const app = await NestFactory.create(App, new FastifyAdapter(), { logger: false });
app.useWebSocketAdapter(new IoAdapter(app));
await app.listen(0, '127.0.0.1');
const http: Server = app.getHttpServer();

answerCalls({
  port: () => (http.address() as AddressInfo).port,
  publish: (view: unknown) => app.get(Live).server?.emit('view', view),
});
