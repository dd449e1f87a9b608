import { DIALOG_DATA, DialogRef } from '@angular/cdk/dialog';
import { ChangeDetectionStrategy, Component, inject, signal } from '@angular/core';
import { Sheet } from '../sheet/sheet';
import { type Invitations } from './invitations';
import { InviteForm } from './invite-form';

/** Invites to the staff of the company. */
@Component({
  selector: 'app-invite-manager',
  imports: [InviteForm, Sheet],
  template: `
    <app-sheet heading="Invite manager" [dirty]="typed()">
      <app-invite-form
        [invitations]="invitations"
        [roles]="['manager']"
        (typed)="typed.set($event)"
        (sent)="close($event)"
        (left)="close()"
      />
    </app-sheet>
  `,
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class InviteManager {
  protected readonly invitations = inject<Invitations>(DIALOG_DATA);
  private readonly dialog = inject<DialogRef<string>>(DialogRef);
  protected readonly typed = signal(false);

  protected close(sentence?: string): void {
    this.dialog.close(sentence);
  }
}
