import { WebSocket } from 'ws';
import type { Viewer } from './viewer';

/** A WebSocket that knows its viewer, so that thousands of them share these listeners instead of having their own. */
export class ScreenSocket extends WebSocket {
  viewer: Viewer | null = null;

  /** Tells the viewer what the connection does from here on. */
  tell(viewer: Viewer): void {
    this.viewer = viewer;
    this.on('message', spoke).on('ping', pinged).on('pong', ponged);
    // ws closes after an error by itself, an overlong message with 1009.
    this.on('error', gone).on('close', gone);
  }
}

const viewerOf = (socket: WebSocket): Viewer | null => (socket instanceof ScreenSocket ? socket.viewer : null);

function spoke(this: WebSocket): void {
  viewerOf(this)?.refuse(1008);
}
function pinged(this: WebSocket): void {
  viewerOf(this)?.pinged();
}
function ponged(this: WebSocket): void {
  viewerOf(this)?.pong();
}
function gone(this: WebSocket): void {
  viewerOf(this)?.left();
}
