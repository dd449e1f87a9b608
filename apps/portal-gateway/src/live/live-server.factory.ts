import { createServer, type IncomingMessage, type Server } from 'node:http';
import type { AddressInfo } from 'node:net';
import { Upgrades, type AcceptedLine } from './upgrades';
import { Viewer } from './viewer';

const projectId = '0193a1b2-c3d4-7e5f-8a6b-7c8d9e0f1a2b';
const credential = { kind: 'link', id: '0193a1b2-c3d4-7e5f-8a6b-000000000001', generation: 1 } as const;

/** A screen that was let in, seen from the gateway's side. */
export interface OpenViewer {
  readonly viewer: Viewer;
  readonly line: AcceptedLine;
}

/** The gateway's end of live sockets for specs: real connections, and everybody is let in. */
export class LiveServer {
  private readonly arrivals: OpenViewer[] = [];
  private readonly upgrades = new Upgrades();

  private constructor(private readonly server: Server) {
    this.upgrades.listenOn({ server, routing: (request) => this.letIn(request) });
  }

  static async start(): Promise<LiveServer> {
    const server = createServer();
    await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
    return new LiveServer(server);
  }

  get url(): string {
    const { port } = this.server.address() as AddressInfo;
    return `ws://127.0.0.1:${port}/api/portal/${projectId}/live`;
  }

  /** The latest to be let in. */
  get latest(): OpenViewer {
    const latest = this.arrivals.at(-1);
    if (!latest) throw new Error('nobody is here');
    return latest;
  }

  async stop(): Promise<void> {
    for (const { line } of this.arrivals) line.socket.terminate();
    await new Promise((resolve) => this.server.close(resolve));
  }

  private letIn(request: IncomingMessage): void {
    const line = this.upgrades.accept(request);
    if (!line) return;
    const viewer = new Viewer(projectId, '127.0.0.1', credential);
    line.socket.tell(viewer);
    viewer.attach(line);
    this.arrivals.push({ viewer, line });
  }
}
