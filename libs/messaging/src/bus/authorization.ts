import { natsRights, type BusRights } from './rights';

const list = (subjects: readonly string[]): string =>
  `[${subjects.map((subject) => JSON.stringify(subject)).join(', ')}]`;

const permissions = ({ publish, subscribe, allowResponses }: BusRights): string =>
  `{ publish: ${list(publish)}, subscribe: ${list(subscribe)}${allowResponses ? ', allow_responses: true' : ''} }`;

/** The `authorization` block of a nats-server configuration: each user of `natsRights` with its password. */
export const natsAuthorization = (passwords: Readonly<Record<string, string>>): string => {
  const users = Object.entries(natsRights).map(([user, rights]) => {
    const password = passwords[user];
    if (!password) throw new Error(`the NATS user ${user} has no password`);
    return `    { user: ${JSON.stringify(user)}, password: ${JSON.stringify(password)}, permissions: ${permissions(rights)} }`;
  });
  return `authorization {\n  users = [\n${users.join('\n')}\n  ]\n}\n`;
};
