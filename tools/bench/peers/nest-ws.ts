// Row 3: Nest on its own WsAdapter as it comes. Run by Node itself, so decorators are called.
import 'reflect-metadata';
import { Module } from '@nestjs/common';
import { NestFactory } from '@nestjs/core';
import { FastifyAdapter } from '@nestjs/platform-fastify';
import { WsAdapter } from '@nestjs/platform-ws';
import { SubscribeMessage, WebSocketGateway } from '@nestjs/websockets';
import type { Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { answerCalls } from '../calls.ts';

class Live {
  heed(): void {
    // A gateway as people write it has something to hear.
  }
}
SubscribeMessage('heed')(Live.prototype, 'heed', Object.getOwnPropertyDescriptor(Live.prototype, 'heed') ?? {});
WebSocketGateway({ path: '/live' })(Live);
class App {}
Module({ providers: [Live] })(App);

const app = await NestFactory.create(App, new FastifyAdapter(), { logger: false });
app.useWebSocketAdapter(new WsAdapter(app));
await app.listen(0, '127.0.0.1');
const http: Server = app.getHttpServer();

answerCalls({ port: () => (http.address() as AddressInfo).port });
