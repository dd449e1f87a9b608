import { ChangeDetectionStrategy, Component, computed, inject, signal } from '@angular/core';
import { MatButton } from '@angular/material/button';
import { Router, RouterLink } from '@angular/router';
import { plainly } from '../api/refusal';
import { DOOR_WORDS } from '../door/door-words';
import { homeOf } from '../session/home';
import { Session } from '../session/session';
import { Icon } from '../shell/icon';
import { PublicFrame } from '../shell/public-frame';
import { Portals } from './portals';

/** A customer of several projects chooses one; who has one and nothing else is led straight in. */
@Component({
  selector: 'app-choose-portal',
  imports: [Icon, MatButton, PublicFrame, RouterLink],
  templateUrl: './choose-portal.html',
  styleUrl: './choose-portal.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class ChoosePortal {
  private readonly said = inject(DOOR_WORDS);
  protected readonly words = this.said.portals;
  protected readonly opening = this.said.invite.opening;
  private readonly session = inject(Session);
  private readonly portals = inject(Portals);
  private readonly router = inject(Router);
  protected readonly trouble = signal<string | null>(null);
  protected readonly entering = signal(false);
  protected readonly projects = computed(() => this.session.projectsAs('customer'));
  protected readonly hasWorkbench = computed(() => homeOf(this.session) === '/projects');

  constructor() {
    const only = this.session.onlyPortal();
    if (only) void this.go(this.portals.leadIn(only));
  }

  protected enter(projectId: string | null): void {
    if (projectId) void this.go(this.portals.enter(projectId));
  }

  private async go(entry: Promise<void>): Promise<void> {
    this.trouble.set(null);
    this.entering.set(true);
    await entry.catch((error: unknown) => {
      this.trouble.set(plainly(error, this.said.failures));
      this.entering.set(false);
    });
  }

  protected async signOut(): Promise<void> {
    try {
      await this.session.signOut();
      await this.router.navigateByUrl('/sign-in');
    } catch (error) {
      this.trouble.set(plainly(error, this.said.failures));
    }
  }
}
