import { ChangeDetectionStrategy, Component, computed, inject } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import type { Me } from '@porchlight/contracts';
import { DOOR_WORDS } from '../door/door-words';
import { Portals } from '../portals/portals';
import { ChosenCompany } from '../session/chosen-company';
import { Session } from '../session/session';
import { Toasts } from '../shell/toasts';

type Part = Me['memberships'][number];

/** Every part somebody has, by company, each with its role and the way there. */
@Component({
  selector: 'app-memberships',
  imports: [MatButton],
  template: `
    @for (company of companies(); track company.id) {
      <section>
        <h3>{{ company.name }}</h3>
        <ul>
          @for (part of company.parts; track part.projectId) {
            <li>
              <span>
                {{ part.projectId ? (part.projectName ?? words.unnamed) : words.staff }}
                <span class="muted small">{{ roles[part.role] }}</span>
              </span>
              <button
                matButton
                type="button"
                [attr.aria-label]="words.openThis(part.projectName ?? company.name)"
                (click)="open(part)"
              >
                {{ words.open }}
              </button>
            </li>
          }
        </ul>
      </section>
    } @empty {
      <p class="muted">{{ words.none }}</p>
    }
  `,
  styleUrl: './memberships.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class Memberships {
  private readonly said = inject(DOOR_WORDS);
  protected readonly words = this.said.account.memberships;
  protected readonly roles = this.said.invite.roles;
  private readonly session = inject(Session);
  private readonly portals = inject(Portals);
  private readonly chosen = inject(ChosenCompany);
  private readonly router = inject(Router);
  private readonly toasts = inject(Toasts);
  protected readonly companies = computed(() => byCompany(this.session.me()?.memberships ?? []));

  protected async open({ companyId, projectId, role }: Part): Promise<void> {
    try {
      if (role === 'customer' && projectId) return await this.portals.enter(projectId);
      this.chosen.choose(companyId);
      await this.router.navigateByUrl(projectId ? `/projects/${projectId}` : '/projects');
    } catch (error) {
      this.toasts.fail(error);
    }
  }
}

const byCompany = (parts: readonly Part[]): { id: string; name: string; parts: Part[] }[] =>
  [...Map.groupBy(parts, ({ companyId }) => companyId)].map(([id, own]) => ({
    id,
    name: own[0]?.companyName ?? '',
    parts: own,
  }));
