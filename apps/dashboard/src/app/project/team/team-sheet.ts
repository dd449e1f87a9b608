import { ChangeDetectionStrategy, Component, signal } from '@angular/core';
import { Sheet } from '../../sheet/sheet';
import { Team } from './team';

/** The team beside whatever part of the project is open. */
@Component({
  selector: 'app-team-sheet',
  imports: [Sheet, Team],
  template: `
    <app-sheet [heading]="inviting() ? 'Invite Member' : 'Team'" [dirty]="typed()">
      <app-team (inviting)="inviting.set($event)" (typed)="typed.set($event)" />
    </app-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class TeamSheet {
  protected readonly inviting = signal(false);
  /** The invite form holds something not sent yet. */
  protected readonly typed = signal(false);
}
