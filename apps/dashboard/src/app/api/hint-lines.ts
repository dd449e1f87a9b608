/** What a service says has changed: not how, only what to read again. */
export interface Hint {
  readonly type: string;
  readonly id: string;
}

/** Reads hints out of server-sent events as they come in, in pieces of any size (WHATWG HTML 9.2.6, `data:` lines alone). */
export class HintLines {
  private rest = '';

  read(text: string): Hint[] {
    const lines = (this.rest + text).split(/\r\n|\n|\r/);
    this.rest = lines.pop() ?? '';
    return lines.flatMap((line) => (line.startsWith('data:') ? hintOf(line.slice('data:'.length)) : []));
  }
}

function hintOf(json: string): Hint[] {
  try {
    const hint: unknown = JSON.parse(json);
    if (typeof hint !== 'object' || hint === null) return [];
    const [type, id] = ['type', 'id'].map((key): unknown => Reflect.get(hint, key));
    return typeof type === 'string' && typeof id === 'string' ? [{ type, id }] : [];
  } catch {
    // A later version may say what this one does not understand.
    return [];
  }
}
