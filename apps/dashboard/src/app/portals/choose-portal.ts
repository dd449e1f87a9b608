import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router } from '@angular/router';
import { plainly } from '../api/refusal';
import { Session } from '../session/session';
import { Icon } from '../shell/icon';
import { PublicFrame } from '../shell/public-frame';
import { Portals } from './portals';

/** A customer of several projects chooses one. */
@Component({
  selector: 'app-choose-portal',
  imports: [Icon, MatButton, PublicFrame],
  template: `
    <app-public-frame>
      <h1>Your projects</h1>
      @if (trouble(); as sentence) {
        <p class="trouble" role="alert">{{ sentence }}</p>
      }
      <ul class="stack">
        @for (project of projects(); track project.projectId) {
          <li>
            <button type="button" class="card" (click)="enter(project.projectId)">
              <span
                ><strong>{{ project.projectName ?? 'Your project' }}</strong
                ><br /><span class="muted">{{ project.companyName }}</span></span
              >
              <app-icon name="arrow" />
            </button>
          </li>
        } @empty {
          <li class="muted">No builder shares a project with you at the moment.</li>
        }
      </ul>
      <div class="actions"><button matButton type="button" (click)="signOut()">Sign out</button></div>
    </app-public-frame>
  `,
  styles: `
    ul {
      gap: var(--space-3);
    }
    .card {
      display: flex;
      align-items: center;
      justify-content: space-between;
      gap: var(--space-4);
      width: 100%;
      text-align: start;
      cursor: pointer;
    }
    .card:hover {
      border-color: var(--accent);
    }
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoosePortal {
  private readonly session = inject(Session);
  private readonly portals = inject(Portals);
  private readonly router = inject(Router);
  protected readonly trouble = signal<string | null>(null);
  protected readonly projects = computed(() => this.session.projectsAs('customer'));

  protected async enter(projectId: string | null): Promise<void> {
    if (!projectId) return;
    this.trouble.set(null);
    await this.portals.enter(projectId).catch((error: unknown) => this.trouble.set(plainly(error)));
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/sign-in');
    } catch (error) {
      this.trouble.set(plainly(error));
    }
  }
}
