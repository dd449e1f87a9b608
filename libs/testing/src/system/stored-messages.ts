import { jetstreamManager } from '@nats-io/jetstream';
import { connectAs } from './connect-as';
import type { System } from './system';

/** Every message that every stream holds, headers and all: by its stream and number. */
export const storedMessages = async (system: System): Promise<{ where: string; text: string }[]> => {
  const connection = await connectAs(system, 'provision');
  try {
    const manager = await jetstreamManager(connection, { checkAPI: false });
    const messages: { where: string; text: string }[] = [];
    for await (const { config, state } of manager.streams.list()) {
      if (state.messages === 0) continue;
      for (let seq = state.first_seq; seq <= state.last_seq; seq += 1) {
        const message = await manager.streams.getMessage(config.name, { seq });
        if (!message) continue;
        const headers = message.header ? [...message.header].flat(2).join('\n') : '';
        messages.push({ where: `${config.name} ${seq}`, text: `${message.subject}\n${headers}\n${message.string()}` });
      }
    }
    return messages;
  } finally {
    await connection.close();
  }
};
