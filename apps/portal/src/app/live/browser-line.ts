import { askForView } from './ask-for-view';
import type { Line } from './live-connection';

/** The real way to the gateway: a WebSocket on the page's own origin, and the plain request beside it. */
export function browserLine(projectId: string, window: Window): Line {
  const url = new URL(`/api/portal/${projectId}/live`, window.location.href);
  url.protocol = url.protocol === 'https:' ? 'wss:' : 'ws:';
  return {
    open: (events) => {
      const socket = new WebSocket(url);
      const listening = new AbortController();
      const { signal } = listening;
      socket.addEventListener('open', () => events.opened(), { signal });
      socket.addEventListener('message', ({ data }) => events.heard(data), { signal });
      socket.addEventListener('close', () => events.closed(), { signal });
      return () => {
        listening.abort();
        socket.close();
      };
    },
    ask: (knownVersion) => askForView(projectId, knownVersion),
    online: () => window.navigator.onLine,
    visible: () => !window.document.hidden,
    random: Math.random,
  };
}
