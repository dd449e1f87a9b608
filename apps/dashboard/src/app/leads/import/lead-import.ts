import { computed, signal } from '@angular/core';
import type { ImportedLeads, ImportLeads } from '@porchlight/contracts';

export type RowAnswer = ImportedLeads['rows'][number];
export interface CheckedRow {
  /** As numbered in the file, where the headings are row 1. */
  readonly number: number;
  readonly lead: ImportLeads['rows'][number];
  readonly answer: RowAnswer;
}
/** Asks the service: under the same `key` a row is taken once, with whichever others it is sent. */
export type AskImport = (rows: ImportLeads['rows'], preview: boolean, key: string) => Promise<ImportedLeads>;

const atOnce = 200;

/** Rows are first checked, all of them, and then imported, in pieces the service takes. Broken off, it goes on where it was. */
export class LeadImport {
  private readonly checkedRows = signal<readonly CheckedRow[]>([]);
  private readonly done = signal(0);
  readonly skipDuplicates = signal(true);
  readonly rows = this.checkedRows.asReadonly();
  /** How many rows of those under way have been answered. */
  readonly answered = this.done.asReadonly();
  readonly running = signal<'checking' | 'importing' | null>(null);
  readonly finished = signal(false);
  readonly ready = computed(() => this.rows().filter(({ answer }) => answer.status === 'ready'));
  readonly refused = computed(() => this.rows().filter(({ answer }) => answer.status === 'refused'));
  readonly created = computed(() => this.rows().filter(({ answer }) => answer.status === 'created'));
  readonly alike = computed(() => this.ready().filter(({ answer }) => answer.duplicates.length > 0));
  readonly toImport = computed(() =>
    this.skipDuplicates() ? this.ready().filter(({ answer }) => answer.duplicates.length === 0) : this.ready(),
  );
  /** By the rows of a piece, for as long as nobody has said what became of them: they may be in already. */
  private readonly unanswered = new Map<string, string>();
  private turn = 0;

  constructor(private readonly ask: AskImport) {}

  /** What would come of each row. A later check makes an earlier one pointless. */
  async check(rows: ImportLeads['rows']): Promise<void> {
    const turn = ++this.turn;
    this.begin('checking');
    this.checkedRows.set([]);
    try {
      for (let from = 0; from < rows.length && turn === this.turn; from += atOnce) {
        const part = rows.slice(from, from + atOnce);
        const { rows: answers } = await this.ask(part, true, crypto.randomUUID());
        if (turn !== this.turn) return;
        const checked = answers.map((answer, at) => ({ number: from + at + 2, lead: part[at] ?? {}, answer }));
        this.checkedRows.update((known) => [...known, ...checked]);
        this.done.update((done) => done + checked.length);
      }
    } finally {
      if (turn === this.turn) this.running.set(null);
    }
  }

  /** Imports what is ready and wanted. What is in already is not sent again. */
  async run(): Promise<void> {
    this.begin('importing');
    try {
      for (let [first] = this.toImport(); first; [first] = this.toImport()) {
        const beside = besides(first);
        const whole = JSON.stringify(
          this.rows()
            .filter(beside)
            .map(({ lead }) => lead),
        );
        const key = this.unanswered.get(whole) ?? crypto.randomUUID();
        this.unanswered.set(whole, key);
        const part = this.toImport().filter(beside);
        const { rows: answers } = await this.ask(
          part.map(({ lead }) => lead),
          false,
          key,
        );
        this.unanswered.delete(whole);
        this.settle(part, answers);
      }
      this.finished.set(true);
    } finally {
      this.running.set(null);
    }
  }

  private begin(what: 'checking' | 'importing'): void {
    this.running.set(what);
    this.done.set(0);
    this.finished.set(false);
  }

  private settle(part: readonly CheckedRow[], answers: readonly RowAnswer[]): void {
    // A row without an answer is not sent for ever.
    const refused: RowAnswer = { status: 'refused', duplicates: [] };
    const settled = new Map(part.map((row, at) => [row.number, { ...row, answer: answers[at] ?? refused }]));
    this.checkedRows.update((rows) => rows.map((row) => settled.get(row.number) ?? row));
    this.done.update((done) => done + part.length);
  }
}

/** Whether a row goes in the same piece: whatever is left out of it later, all others stay in theirs. */
const besides = (one: CheckedRow) => (row: CheckedRow) => pieceOf(row) === pieceOf(one);
const pieceOf = ({ number }: CheckedRow): number => Math.floor((number - 2) / atOnce);

/** Why a row is not in, in words. */
export function whyNot({ answer }: CheckedRow, words: Readonly<Record<string, string>>): string {
  if (answer.status === 'ready' && answer.duplicates.length > 0) return 'Looks like a lead you have';
  const errors = (answer.errors ?? []).map(({ path, message }) => `${words[path] ?? path}: ${message}`);
  return errors.join('; ') || 'Not imported';
}
