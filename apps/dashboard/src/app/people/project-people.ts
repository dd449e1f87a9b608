import { ChangeDetectionStrategy, Component, inject, input } from '@angular/core';
import { RouterLink } from '@angular/router';
import type { CompanyPerson } from '@porchlight/contracts';
import { ChosenCompany } from '../session/chosen-company';
import { Confirm } from '../sheet/confirm';
import { type Outcome } from '../sheet/outcome';
import { roleWords } from '../words/words';
import { PeopleStore } from './people-store';

/** Customers and subcontractors with the projects they are in. */
@Component({
  selector: 'app-project-people',
  imports: [Confirm, RouterLink],
  template: `
    <ul class="rows">
      @for (person of people(); track person.personId) {
        <li>
          <div class="person">
            <div class="what">
              <strong>{{ person.name }}</strong>
              <span class="muted small">{{ person.email }}</span>
            </div>
            <ul class="parts">
              @for (part of person.memberships; track part.projectId) {
                <li>
                  <a [routerLink]="['/projects', part.projectId, 'settings']">{{ part.projectName ?? 'A project' }}</a>
                  <span class="muted small">{{ roles[part.role] }}</span>
                </li>
              }
            </ul>
            @if (chosen.may('people.remove')) {
              <div class="actions">
                <app-confirm
                  action="Remove"
                  [of]="person.name"
                  [question]="question(person)"
                  (confirmed)="remove(person)"
                />
              </div>
            }
          </div>
        </li>
      }
    </ul>
  `,
  styleUrl: './person-rows.scss',
  styles: `
    .parts {
      display: grid;
      gap: 2px;
      min-width: 0;
    }
    .parts li {
      display: flex;
      flex-wrap: wrap;
      align-items: baseline;
      gap: 0 var(--space-2);
      padding: 0;
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ProjectPeople {
  readonly people = input.required<readonly CompanyPerson[]>();
  readonly outcome = input.required<Outcome>();
  private readonly store = inject(PeopleStore);
  protected readonly chosen = inject(ChosenCompany);
  protected readonly roles = roleWords;

  protected question({ memberships }: CompanyPerson): string {
    const what =
      memberships.length === 1
        ? 'They lose the project at once; open screens close.'
        : `They lose all ${memberships.length} projects at once; open screens close.`;
    return memberships.some(({ role }) => role === 'customer')
      ? `${what} Links they may hold still open a project: revoke those in its settings.`
      : what;
  }

  protected remove(person: CompanyPerson): Promise<void> {
    return this.outcome().of(async () =>
      (await this.store.remove(person))
        ? `${person.name} is removed from the company; open screens are closed.`
        : `${person.name} is removed from the company. Nothing more is let in; a screen that was open is still being closed.`,
    );
  }
}
