import { ChangeDetectionStrategy, Component, effect, inject, input, output, signal } from '@angular/core';
import type { Client } from '@porchlight/contracts';
import { Api } from '../api/api';
import { ChosenCompany } from '../session/chosen-company';
import { Icon } from '../shell/icon';

/** Clients called as what is typed: the one meant is chosen rather than made twice. Nothing is said where that cannot be told. */
@Component({
  selector: 'app-client-suggestions',
  imports: [Icon],
  template: `
    <p class="visually-hidden" role="status">
      {{ found().length > 0 ? found().length + ' known clients are called like that, listed below' : '' }}
    </p>
    @if (found().length > 0) {
      <ul aria-label="Clients you know">
        @for (client of found(); track client.id) {
          <li>
            <button type="button" (click)="chosen.emit(client)">
              <app-icon name="person" />
              <span
                ><strong>{{ client.name }}</strong> <span class="muted small">{{ contactsOf(client) }}</span></span
              >
              <span class="use small">Use</span>
            </button>
          </li>
        }
      </ul>
    }
  `,
  styles: `
    :host {
      display: block;
      margin-block-start: calc(-1 * var(--space-4));
    }
    /* takes no room while it has nothing to say */
    :host:not(:has(li)) {
      position: absolute;
    }
    ul {
      border: 1px solid var(--hairline);
      border-radius: var(--radius);
      overflow: clip;
    }
    li + li {
      border-block-start: 1px solid var(--hairline);
    }
    button {
      display: grid;
      grid-template-columns: auto minmax(0, 1fr) auto;
      gap: var(--space-3);
      align-items: center;
      width: 100%;
      min-height: var(--touch);
      padding: 6px var(--space-3);
      border: 0;
      background: none;
      text-align: start;
      cursor: pointer;
    }
    button > span {
      display: grid;
      min-width: 0;
      overflow-wrap: anywhere;
    }
    button:hover {
      background: var(--accent-wash);
    }
    button:focus-visible {
      outline-offset: -3px;
    }
    .use {
      color: var(--accent);
      font-weight: 600;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ClientSuggestions {
  readonly text = input.required<string>();
  readonly chosen = output<Client>();
  private readonly api = inject(Api);
  private readonly company = inject(ChosenCompany);
  protected readonly found = signal<readonly Client[]>([]);

  constructor() {
    effect((onCleanup) => {
      const q = this.text().trim();
      let over = false;
      const timer = setTimeout(() => {
        void this.look(q).then((found) => (over ? undefined : this.found.set(found)));
      }, 250);
      onCleanup(() => {
        over = true;
        clearTimeout(timer);
      });
    });
  }

  protected contactsOf({ contacts }: Client): string {
    return contacts.map(({ name, email }) => email ?? name).join(', ');
  }

  private async look(q: string): Promise<readonly Client[]> {
    if (q.length < 2) return [];
    const query = { ...this.company.query(), q, limit: 4 };
    return this.api.get<{ items: Client[] }>('/api/leads/clients', query).then(
      ({ items }) => items,
      () => [],
    );
  }
}
