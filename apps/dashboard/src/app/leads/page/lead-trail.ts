import { ChangeDetectionStrategy, Component, computed, effect, inject, input, signal, untracked } from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { Lead, LeadActivity } from '@porchlight/contracts';
import { Api } from '../../api/api';
import { Trouble } from '../../shell/trouble';
import { showMoment } from '../../words/dates';
import { Staff } from '../staff';
import { trailLine } from './trail-words';

interface Page {
  readonly items: LeadActivity[];
  readonly nextCursor: string | null;
}

/** Who did what to a lead, from what to what; the newest first. */
@Component({
  selector: 'app-lead-trail',
  imports: [MatButton, Trouble],
  template: `
    <section aria-labelledby="trail-heading">
      <h2 id="trail-heading">Activity</h2>
      @if (error(); as failure) {
        <app-trouble [error]="failure" (again)="load()" />
      }
      <ol>
        @for (entry of lines(); track entry.id) {
          <li>
            <p>
              <strong>{{ entry.actor }}</strong> {{ entry.sentence }}
              @if (entry.subject) {
                <span class="name">{{ entry.subject }}</span>
              }
              <time class="muted small" [attr.datetime]="entry.at">{{ entry.when }}</time>
            </p>
            @for (change of entry.changes; track change.field) {
              <p class="muted small">
                {{ change.field }}: {{ change.from }} <span aria-label="to">→</span> {{ change.to }}
              </p>
            }
          </li>
        }
      </ol>
      @if (!known() && !error()) {
        <div class="ghost" aria-hidden="true"></div>
      } @else if (known() && lines().length === 0) {
        <p class="muted">Nothing yet. What is done from here on stands here.</p>
      }
      @if (cursor()) {
        <div class="actions"><button matButton="outlined" type="button" (click)="earlier()">Show earlier</button></div>
      }
    </section>
  `,
  styles: `
    section {
      display: grid;
      gap: var(--space-3);
    }
    h2 {
      font-size: var(--text-17);
    }
    li {
      padding-block: var(--space-2);
      border-block-end: 1px solid var(--hairline);
      overflow-wrap: anywhere;
    }
    .name {
      font-weight: 550;
    }
    time {
      margin-inline-start: 6px;
      white-space: nowrap;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class LeadTrail {
  readonly lead = input.required<Lead>();
  /** Counts up whenever something may have happened. */
  readonly news = input(0);
  private readonly api = inject(Api);
  private readonly staff = inject(Staff);
  private readonly page = signal<Page | null>(null);
  protected readonly known = this.page.asReadonly();
  protected readonly error = signal<unknown>(null);
  protected readonly cursor = computed(() => this.page()?.nextCursor ?? null);
  protected readonly lines = computed(() =>
    (this.page()?.items ?? []).map((entry) => ({
      id: entry.id,
      at: entry.at,
      when: showMoment(entry.at),
      actor: entry.actor,
      ...trailLine(entry, (id) => this.staff.nameOf(id)),
    })),
  );

  private readonly happened = computed(() => `${this.lead().version} ${this.news()}`);

  constructor() {
    effect(() => {
      this.happened();
      untracked(() => void this.load());
    });
  }

  /** As many as are shown, again. */
  protected async load(): Promise<void> {
    await this.read({ limit: Math.min(500, Math.max(30, this.page()?.items.length ?? 0)) }, (page) => page);
  }

  protected async earlier(): Promise<void> {
    const cursor = this.cursor();
    if (!cursor) return;
    await this.read({ limit: 30, cursor }, ({ items, nextCursor }) => ({
      items: [...(this.page()?.items ?? []), ...items],
      nextCursor,
    }));
  }

  private async read(query: Record<string, string | number>, made: (page: Page) => Page): Promise<void> {
    try {
      this.page.set(made(await this.api.get<Page>(`/api/leads/${this.lead().id}/activity`, query)));
      this.error.set(null);
    } catch (error) {
      this.error.set(error);
    }
  }
}
