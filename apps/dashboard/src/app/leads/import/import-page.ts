import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DOCUMENT,
  effect,
  inject,
  signal,
  untracked,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { ImportedLeads, LeadColumn } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { plainly } from '../../api/refusal';
import { TakesFocus } from '../../form/takes-focus';
import { Unsaved } from '../../form/unsaved';
import { ChosenCompany } from '../../session/chosen-company';
import { Icon } from '../../shell/icon';
import { saveBlob } from '../save-blob';
import { ColumnMatch } from './column-match';
import { columnWords, guessColumns, lacking, type Mapping, toLeadRows } from './columns';
import { FileDrop } from './file-drop';
import { LeadImport } from './lead-import';
import { leftOut } from './left-out';
import { PreviewTable } from './preview-table';
import { type LeadsFile, readLeadsFile, UnreadableFile } from './read-file';

/** Leads from a file: choose it, say what its columns are, look at what would come of it, import. */
@Component({
  selector: 'app-import-page',
  imports: [ColumnMatch, FileDrop, Icon, MatButton, PreviewTable, RouterLink, TakesFocus],
  templateUrl: './import-page.html',
  styleUrl: './import-page.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ImportPage {
  private readonly api = inject(Api);
  private readonly chosen = inject(ChosenCompany);
  private readonly document = inject(DOCUMENT);
  protected readonly file = signal<LeadsFile | null>(null);
  protected readonly reading = signal(false);
  protected readonly trouble = signal<string | null>(null);
  protected readonly mapping = signal<Mapping>([]);
  protected readonly usualType = signal('');
  protected readonly leads = new LeadImport((rows, preview, key) =>
    this.api.post<ImportedLeads>(
      `/api/leads/import?${new URLSearchParams(this.chosen.query()).toString()}`,
      { preview, rows },
      { key },
    ),
  );
  protected readonly lacking = computed(() => lacking(this.mapping(), this.usualType().trim()));
  private readonly rows = computed(() => {
    const file = this.file();
    return file && !this.lacking() ? toLeadRows(file, this.mapping(), this.usualType().trim()) : null;
  });
  protected readonly total = computed(() => this.rows()?.length ?? 0);
  protected readonly columns = computed(() => {
    const used = new Set(this.leads.rows().flatMap(({ lead }) => Object.keys(lead)));
    return Object.keys(columnWords).filter((column): column is LeadColumn => used.has(column));
  });
  protected readonly left = computed(() => this.leads.rows().filter(({ answer }) => answer.status !== 'created'));

  constructor() {
    // What was matched otherwise is checked otherwise, once its person has stopped changing it.
    effect((onCleanup) => {
      const rows = this.rows();
      const timer = rows && setTimeout(() => untracked(() => void this.check(rows)), 400);
      onCleanup(() => timer && clearTimeout(timer));
    });
    const unsaved = inject(Unsaved);
    const unwatch = unsaved.watch({
      dirty: () => this.leads.running() === 'importing',
      remind: () => this.trouble.set('The import is still under way. Stay here until it is through.'),
    });
    effect((onCleanup) => onCleanup(unwatch));
  }

  protected async choose(file: File): Promise<void> {
    this.startOver();
    this.reading.set(true);
    try {
      const read = await readLeadsFile(file);
      this.file.set(read);
      this.mapping.set(guessColumns(read));
    } catch (error) {
      this.trouble.set(error instanceof UnreadableFile ? error.message : 'This file could not be read. Try it again.');
    } finally {
      this.reading.set(false);
    }
  }

  protected startOver(): void {
    this.file.set(null);
    this.trouble.set(null);
    this.mapping.set([]);
    void this.leads.check([]);
  }

  protected async import(): Promise<void> {
    this.trouble.set(null);
    await this.leads.run().catch((error: unknown) => {
      this.trouble.set(
        `${plainly(error)} ${this.leads.created().length} leads are in; the rest can be imported again.`,
      );
    });
  }

  protected async checkAgain(): Promise<void> {
    const rows = this.rows();
    if (rows) await this.check(rows);
  }

  /** What is not in, as it stood in the file, with the reasons. */
  protected async saveLeft(): Promise<void> {
    const file = this.file();
    if (!file) return;
    const { default: Papa } = await import('papaparse');
    const text = Papa.unparse(leftOut(file, this.left()));
    saveBlob(this.document, new Blob(['\ufeff', text], { type: 'text/csv' }), 'leads-not-imported.csv');
  }

  private async check(rows: NonNullable<ReturnType<typeof this.rows>>): Promise<void> {
    this.trouble.set(null);
    await this.leads.check(rows).catch((error: unknown) => this.trouble.set(plainly(error)));
  }
}
