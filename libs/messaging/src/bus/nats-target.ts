/** Where and as whom to connect, from `nats://user:password@host:port`; replies come to an inbox of that user alone. */
export const natsTarget = (url: string): { servers: string; user: string; pass: string; inboxPrefix: string } => {
  const { username, password, host } = new URL(url);
  const user = decodeURIComponent(username);
  return { servers: host, user, pass: decodeURIComponent(password), inboxPrefix: inboxPrefix(user) };
};

/** The subject prefix under which only this user may listen for replies. */
export const inboxPrefix = (user: string): string => `_INBOX_${user}`;
