import type { Answer } from '../live/ask-for-view';
import type { Line, SocketEvents } from '../live/live-connection';

/** A line to a gateway that does what a test says. Each socket that was opened can be spoken through. */
export class ALine implements Line {
  readonly sockets: (SocketEvents & { say: (frame: object) => void; hungUp: boolean })[] = [];
  readonly asked: number[] = [];
  answers: () => Answer | Promise<Answer> = () => ({ kind: 'unchanged' });
  isOnline = true;
  isVisible = true;

  get last() {
    const socket = this.sockets.at(-1);
    if (!socket) throw new Error('no socket was opened');
    return socket;
  }

  open(events: SocketEvents): () => void {
    const socket = {
      ...events,
      hungUp: false,
      say: (frame: object) => {
        if (!socket.hungUp) events.heard(JSON.stringify(frame));
      },
    };
    this.sockets.push(socket);
    return () => {
      socket.hungUp = true;
    };
  }

  async ask(knownVersion: number): Promise<Answer> {
    this.asked.push(knownVersion);
    return this.answers();
  }

  online = (): boolean => this.isOnline;
  visible = (): boolean => this.isVisible;
  random = (): number => 0.5;
}
