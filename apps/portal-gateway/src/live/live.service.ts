import { Inject, Injectable } from '@nestjs/common';
import { CONFIG, Log, ProblemError, problems } from '@porchlight/platform';
import type { FastifyReply, FastifyRequest } from 'fastify';
import { Credentials } from '../access/credentials';
import { PortalCookies } from '../access/portal-cookie';
import type { Config } from '../config';
import { notReady } from '../view/portal-facts';
import { Lease } from './lease';
import { Turnstile } from './turnstile';
import { Upgrades, type AcceptedLine } from './upgrades';
import { Viewer } from './viewer';
import { Viewers } from './viewers';
import { Watches } from './watches';

const noEntry = (): ProblemError =>
  new ProblemError('unauthenticated', 401, 'Open the portal by its link, or sign in, first.');

const notNow = (): ProblemError => problems.unavailable('Live updates are not to be had right now.');

/** How many are let in at a time: fewer than would take every connection to the database from what else needs one. */
const mostAdmitted = 6;
/** More than these come back later; a queue of them takes seconds. */
const mostWaiting = 2_000;

/** Lets screens in: everything is decided before the handshake. */
@Injectable()
export class LiveService {
  private closing = false;
  private readonly turnstile = new Turnstile(mostAdmitted, mostWaiting);

  constructor(
    @Inject(CONFIG) private readonly config: Config,
    private readonly cookies: PortalCookies,
    private readonly credentials: Credentials,
    private readonly lease: Lease,
    private readonly upgrades: Upgrades,
    private readonly viewers: Viewers,
    private readonly watches: Watches,
    private readonly log: Log,
  ) {}

  /** Nobody is let in any more. */
  close(): void {
    this.closing = true;
  }

  async open(projectId: string, request: FastifyRequest, reply: FastifyReply): Promise<void> {
    this.requireUpgrade(request);
    this.requireOrigin(request.headers.origin);
    this.requireLease();
    const credential = this.cookies.read(request.headers.cookie, projectId);
    if (!credential) {
      if (!this.cookies.hasForeign(request.headers.cookie, projectId)) throw noEntry();
      return this.turnAway(request, reply);
    }
    this.requireRoom(projectId, request.ip);
    const viewer = new Viewer(projectId, request.ip, credential);
    // Indexed before its credential is read: a revocation in between finds it.
    this.viewers.add(viewer);
    try {
      const admitted = await this.turnstile.through(() => this.admit(viewer));
      if (admitted === null) throw notNow();
      if (admitted === 'foreign') return this.turnAway(request, reply);
      // From here to the handshake nothing is waited for, so nothing can come in between.
      this.requireLease();
      if (viewer.closedFor) throw viewer.closedFor === 'unavailable' ? notNow() : noEntry();
      const line = this.handshake(request, reply);
      if (line) this.show(viewer, line);
      else this.forget(viewer);
    } catch (error) {
      this.forget(viewer);
      if (error instanceof ProblemError) throw error;
      this.log.warn({ err: error }, 'a screen could not be let in');
      throw notNow();
    }
  }

  /** Throws unless the viewer may look and there is something to see. */
  private async admit(viewer: Viewer): Promise<'admitted' | 'foreign'> {
    const standing = await this.credentials.check(viewer.projectId, viewer.credential);
    if (standing.subject && standing.subject.projectId !== viewer.projectId) {
      this.forget(viewer);
      return 'foreign';
    }
    if (!standing.good) throw noEntry();
    viewer.belongsTo(standing.subject);
    const watch = await this.watches.join(viewer);
    if (watch.version === 0) throw notReady();
    return 'admitted';
  }

  private show(viewer: Viewer, line: AcceptedLine): void {
    const { socket } = line;
    socket.tell(viewer);
    socket.on('close', () => this.forget(viewer));
    viewer.attach(line);
    this.watches.catchUp(viewer);
  }

  private forget(viewer: Viewer): void {
    this.watches.leave(viewer);
    this.viewers.remove(viewer);
  }

  /** A cookie of another project, which no browser would send here. */
  private turnAway(request: FastifyRequest, reply: FastifyReply): void {
    const socket = this.handshake(request, reply)?.socket;
    socket?.on('error', () => undefined);
    socket?.close(1008);
    setTimeout(() => socket?.terminate(), 1_000);
  }

  private handshake(request: FastifyRequest, reply: FastifyReply): AcceptedLine | null {
    reply.hijack();
    return this.upgrades.accept(request.raw);
  }

  private requireUpgrade(request: FastifyRequest): void {
    if (this.upgrades.isWaiting(request.raw)) return;
    throw new ProblemError('invalid_request', 426, 'This address speaks WebSocket only.', {
      headers: { upgrade: 'websocket' },
    });
  }

  private requireOrigin(origin: string | undefined): void {
    if (origin === undefined || !this.config.PUBLIC_ORIGINS.includes(origin))
      throw new ProblemError('origin_refused', 403, 'This origin may not open the portal.');
  }

  private requireLease(): void {
    if (this.closing || !this.lease.isHeld()) throw notNow();
  }

  private requireRoom(projectId: string, address: string): void {
    if (
      this.viewers.at(address) < this.config.LIVE_PER_ADDRESS &&
      this.viewers.on(projectId) < this.config.LIVE_PER_PROJECT
    )
      return;
    throw new ProblemError('too_many_requests', 429, 'Too many screens are open already.', {
      headers: { 'retry-after': '30' },
    });
  }
}
