import {
  ChangeDetectionStrategy,
  Component,
  computed,
  DestroyRef,
  inject,
  input,
  linkedSignal,
  output,
} from '@angular/core';
import { MatButton } from '@angular/material/button';
import type { LeadStage } from '@porchlight/contracts';
import { Icon } from '../../shell/icon';
import { leadStageWords } from '../../words/words';
import { Staff } from '../staff';
import { isFiltered, type LeadFilters, type LeadView, leadSorts, noFilters, openStages, stages } from './lead-filter';

const sortWords: Readonly<Record<LeadFilters['sort'], string>> = {
  newest: 'Newest first',
  oldest: 'Oldest first',
  value: 'Highest value',
  next_step: 'Next step',
  client: 'Client A–Z',
};
const open = openStages.join(',');

/** Search, owner, stage and order: one bar for all views. */
@Component({
  selector: 'app-lead-filter-bar',
  imports: [Icon, MatButton],
  template: `
    <div class="bar" role="search" aria-label="Leads">
      <input
        #find
        class="control find"
        type="search"
        placeholder="Client, contact, address, notes"
        aria-label="Find leads"
        [value]="text()"
        (input)="type(find.value)"
        (keydown.enter)="search()"
        (keydown.escape)="type('')"
      />
      <select #owner class="control" aria-label="Owner" (change)="change({ owner: owner.value })">
        <option value="" [selected]="filters().owner === ''">Anybody’s</option>
        @for (member of owners(); track member.id) {
          <option [value]="member.id" [selected]="filters().owner === member.id">{{ member.name }}</option>
        }
        <option value="none" [selected]="filters().owner === 'none'">Nobody’s yet</option>
      </select>
      @if (view() !== 'due') {
        <select
          #stage
          class="control stage"
          [class.on-board]="view() === 'board'"
          aria-label="Stage"
          (change)="chooseStage(stage.value)"
        >
          @for (choice of stageChoices(); track choice.value) {
            <option [value]="choice.value" [selected]="choice.value === filters().stages.join(',')">
              {{ choice.word }}
            </option>
          }
        </select>
        <select #sort class="control" aria-label="Order" (change)="chooseSort(sort.selectedIndex)">
          @for (choice of sorts; track choice.value) {
            <option [value]="choice.value" [selected]="choice.value === filters().sort">{{ choice.word }}</option>
          }
        </select>
      }
      @if (filtered()) {
        <button matButton type="button" (click)="clear()"><app-icon name="close" /> Clear</button>
      }
    </div>
  `,
  styles: `
    .bar {
      display: flex;
      flex-wrap: wrap;
      gap: var(--space-2);
      align-items: center;
    }
    .find {
      flex: 1 1 240px;
      max-width: 360px;
    }
    select {
      flex: 0 1 auto;
      width: auto;
      max-width: 200px;
    }
    @media (max-width: 700px) {
      .find {
        flex-basis: 100%;
        max-width: none;
      }
      select {
        flex: 1 1 calc(50% - 4px);
        max-width: none;
        min-width: 0;
        padding-inline: 8px;
      }
      /* one stage is looked at at a time */
      .on-board {
        display: none;
      }
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class FilterBar {
  readonly filters = input.required<LeadFilters>();
  readonly view = input.required<LeadView>();
  readonly wanted = output<LeadFilters>();
  private readonly staff = inject(Staff);
  private timer: ReturnType<typeof setTimeout> | undefined;
  protected readonly text = linkedSignal(() => this.filters().q);
  protected readonly filtered = computed(() => isFiltered(this.filters()) || this.text() !== '');
  protected readonly sorts = leadSorts.map((value) => ({ value, word: sortWords[value] }));
  /** Somebody named in the address who is on the staff no more stays a choice. */
  protected readonly owners = computed(() => {
    const { owner } = this.filters();
    const members = this.staff.members();
    const known = owner === '' || owner === 'none' || members.length === 0 || members.some(({ id }) => id === owner);
    return known ? members : [...members, { id: owner, name: 'Somebody else' }];
  });
  protected readonly stageChoices = computed(() => {
    const choices = [
      { value: '', word: 'All stages' },
      { value: open, word: 'Open' },
      ...stages.map((value) => ({ value: value as string, word: leadStageWords[value] })),
    ];
    const asked = this.filters().stages;
    const value = asked.join(',');
    if (choices.some((choice) => choice.value === value)) return choices;
    return [...choices, { value, word: asked.map((stage) => leadStageWords[stage]).join(', ') }];
  });

  constructor() {
    inject(DestroyRef).onDestroy(() => clearTimeout(this.timer));
  }

  protected type(text: string): void {
    this.text.set(text);
    clearTimeout(this.timer);
    this.timer = setTimeout(() => this.search(), 250);
  }

  protected search(): void {
    clearTimeout(this.timer);
    if (this.text().trim() !== this.filters().q) this.change({});
  }

  protected chooseStage(value: string): void {
    const asked = value.split(',');
    this.change({ stages: stages.filter((stage): stage is LeadStage => asked.includes(stage)) });
  }

  protected chooseSort(index: number): void {
    const sort = leadSorts[index];
    if (sort) this.change({ sort });
  }

  protected clear(): void {
    this.text.set('');
    this.change({ ...noFilters, sort: this.filters().sort });
  }

  /** What is being typed goes along: a choice made meanwhile does not lose it. */
  protected change(change: Partial<LeadFilters>): void {
    clearTimeout(this.timer);
    this.wanted.emit({ ...this.filters(), q: this.text().trim().slice(0, 200), ...change });
  }
}
