import { ChangeDetectionStrategy, Component, computed, effect, inject, signal, untracked } from '@angular/core';
import { apply, form } from '@angular/forms/signals';
import { MatButton } from '@angular/material/button';
import { RouterLink } from '@angular/router';
import type { CaptureForm, ChangeCaptureForm } from '@porchlight/contracts';
import { Loaded, onReturn } from '../api/loaded';
import { type Refusal } from '../api/refusal';
import { EditDesk } from '../edit/edit-desk';
import { StaleNotice } from '../edit/stale-notice';
import { formParts } from '../form/field';
import { FormHead } from '../form/form-head';
import { SaveBar } from '../form/save-bar';
import { ChosenCompany } from '../session/chosen-company';
import { Session } from '../session/session';
import { CopyText } from '../sheet/copy-text';
import { Icon } from '../shell/icon';
import { SeenMark } from '../shell/marks';
import { Trouble } from '../shell/trouble';
import { type CaptureDraft, captureDraft, captureRules, slugRefusals, wantedOf } from './capture-draft';
import { CaptureForms } from './capture-forms';
import { FormPreview } from './form-preview';
import { OwnQuestions } from './own-questions';
import { faultOfSlug, slugOf } from './slug';

/** The form with which strangers become leads: what it says and asks, where it is, and how it looks. */
@Component({
  selector: 'app-capture-settings',
  imports: [
    ...formParts,
    CopyText,
    FormHead,
    FormPreview,
    Icon,
    MatButton,
    OwnQuestions,
    RouterLink,
    SaveBar,
    SeenMark,
    StaleNotice,
    Trouble,
  ],
  templateUrl: './capture-settings.html',
  styleUrl: './capture-settings.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class CaptureSettings {
  private readonly chosen = inject(ChosenCompany);
  private readonly forms = inject(CaptureForms);
  private readonly me = inject(Session).me;
  protected readonly company = this.chosen.present;
  protected readonly mayChange = computed(() => this.chosen.may('capture.change'));
  /** The reader's address that no such mail goes to yet. */
  protected readonly unconfirmed = computed(() => {
    const me = this.me();
    return me && me.mailSetUp && !me.emailConfirmed ? me.person.email : null;
  });
  protected readonly loaded = new Loaded<CaptureForm>(() => this.forms.get(this.chosen.present().id));

  /** What the form began with. */
  protected readonly base = signal<CaptureForm | null>(null);
  protected readonly desk = computed(
    () =>
      new EditDesk<CaptureForm, ChangeCaptureForm>(this.base() ?? noForm, (current, change) =>
        this.forms.change(current, change),
      ),
  );
  protected readonly model = signal<CaptureDraft>(captureDraft(noForm));
  /** Why addresses were refused. */
  private readonly refused = signal<ReadonlyMap<string, string>>(new Map());
  protected readonly form = form(this.model, (path) =>
    apply(
      path,
      captureRules((slug) => this.refused().get(slug)),
    ),
  );
  protected readonly dirty = computed(() => {
    const base = this.base();
    return base !== null && JSON.stringify(this.model()) !== JSON.stringify(captureDraft(base));
  });
  protected readonly saved = signal(false);

  /** The address as it would be; null while none is typed. */
  protected readonly newAddress = computed(() => {
    const [slug, base] = [slugOf(this.model().slug), this.base()];
    return base && slug !== base.slug && faultOfSlug(slug) === null && !this.refused().has(slug)
      ? base.url.replace(/[^/]*$/, slug)
      : null;
  });
  protected readonly fields = [
    { key: 'phone', label: 'Phone' },
    { key: 'siteAddress', label: 'Site address' },
    { key: 'projectType', label: 'Project type' },
    { key: 'message', label: 'Message' },
    { key: 'source', label: 'How they heard of you' },
  ] as const;
  protected readonly uses = [
    { value: 'off', word: 'Not asked' },
    { value: 'optional', word: 'Optional' },
    { value: 'required', word: 'Must be filled' },
  ] as const;

  constructor() {
    effect(() => {
      if (this.chosen.id() !== null) untracked(() => void this.loaded.restart());
    });
    effect(() => {
      const now = this.loaded.value();
      untracked(() => {
        // A quiet renewal never runs over what is being typed.
        if (now && (now.companyId !== this.base()?.companyId || !this.dirty())) this.begin(now);
      });
    });
    onReturn(() => void this.loaded.load());
  }

  protected before(url: string): string {
    return url.replace(/[^/]*$/, '');
  }

  protected async save(event?: Event): Promise<void> {
    event?.preventDefault();
    this.saved.set(false);
    const saved = await this.desk().save(this.form, wantedOf(this.model()), {
      refused: (refusal) => this.noteRefusal(refusal),
    });
    if (!saved) return;
    this.begin(saved);
    this.loaded.set(saved);
    this.saved.set(true);
  }

  protected keepTheirs(): void {
    const theirs = this.desk().keepTheirs();
    this.begin(theirs);
    this.loaded.set(theirs);
  }

  protected discard(): void {
    const base = this.base();
    if (base) this.begin(base);
  }

  private begin(stored: CaptureForm): void {
    if (stored.companyId !== this.base()?.companyId) this.saved.set(false);
    this.base.set(stored);
    this.form().reset(captureDraft(stored));
  }

  private noteRefusal({ code }: Refusal): boolean {
    const why = slugRefusals[code];
    if (!why) return false;
    this.refused.update((slugs) => new Map(slugs).set(slugOf(this.model().slug), why));
    this.form.slug().focusBoundControl();
    return true;
  }
}

/** What the form holds before it is loaded; never shown. */
const noForm: CaptureForm = {
  companyId: '',
  version: 0,
  slug: '',
  enabled: false,
  heading: '',
  introduction: '',
  thanks: '',
  projectTypes: [],
  fields: { phone: 'off', siteAddress: 'off', projectType: 'off', message: 'off', source: 'off' },
  questions: [],
  url: '',
  snippet: '',
};
