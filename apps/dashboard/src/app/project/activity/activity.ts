import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Activity } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Trouble } from '../../shell/trouble';
import { showMoment } from '../../words/dates';
import { fieldWord, showField } from '../../words/fields';
import { ProjectStore } from '../project-store';
import { whatWasDone } from './activity-words';

interface Page {
  readonly items: Activity[];
  readonly nextCursor: string | null;
}

/** Who changed what, when, from what to what; the newest first. */
@Component({
  selector: 'app-activity',
  imports: [MatButton, Trouble],
  template: `
    <h2 class="visually-hidden">Activity</h2>
    @if (error(); as failure) {
      <app-trouble [error]="failure" (again)="more()" />
    }
    <ol>
      @for (entry of lines(); track entry.id) {
        <li>
          <time class="muted small" [attr.datetime]="entry.at">{{ entry.when }}</time>
          <div>
            <p>
              <strong>{{ entry.actor }}</strong> {{ entry.sentence }}
              @if (entry.name) {
                <span class="name">{{ entry.name }}</span>
              }
            </p>
            @if (entry.changes.length > 0) {
              <ul class="muted small">
                @for (change of entry.changes; track change.field) {
                  <li>{{ change.field }}: {{ change.from }} → {{ change.to }}</li>
                }
              </ul>
            }
          </div>
        </li>
      } @empty {
        @if (loaded() && !error()) {
          <li class="muted">Nothing has happened here yet.</li>
        }
      }
    </ol>
    @if (cursor()) {
      <div class="actions"><button matButton="outlined" type="button" (click)="more()">Show earlier</button></div>
    }
  `,
  styles: `
    :host {
      display: grid;
      gap: var(--space-4);
      padding-block-start: var(--space-4);
      max-width: 860px;
    }
    ol > li {
      display: grid;
      grid-template-columns: 120px minmax(0, 1fr);
      gap: var(--space-4);
      padding-block: var(--space-2);
      border-block-end: 1px solid var(--hairline);
    }
    time {
      padding-block-start: 2px;
    }
    .name {
      font-weight: 550;
    }
    @media (max-width: 600px) {
      ol > li {
        grid-template-columns: 1fr;
        gap: 0;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ActivityTab {
  private readonly api = inject(Api);
  private readonly project = inject(ProjectStore);
  private readonly entries = signal<readonly Activity[]>([]);
  protected readonly cursor = signal<string | null>(null);
  protected readonly loaded = signal(false);
  protected readonly error = signal<unknown>(null);
  protected readonly lines = computed(() => this.entries().map(line));

  constructor() {
    void this.more();
  }

  protected async more(): Promise<void> {
    const cursor = this.cursor();
    this.error.set(null);
    try {
      const query = { limit: 50, ...(cursor ? { cursor } : {}) };
      const page = await this.api.get<Page>(this.project.path('/activity'), query);
      this.entries.update((known) => [...known, ...page.items]);
      this.cursor.set(page.nextCursor);
      this.loaded.set(true);
    } catch (error) {
      this.error.set(error);
    }
  }
}

const line = ({ id, at, actor, action, subject, subjectName, changes }: Activity) => ({
  id,
  at,
  when: showMoment(at),
  actor,
  sentence: whatWasDone({ action, subject }),
  name: subject === 'project' || subject === 'note' || subject === 'update' ? '' : subjectName,
  changes: changes.map(({ field, from, to }) => ({
    field: fieldWord(field),
    from: showField(field, from),
    to: showField(field, to),
  })),
});
