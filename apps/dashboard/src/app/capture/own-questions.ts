import {
  afterNextRender,
  ChangeDetectionStrategy,
  Component,
  ElementRef,
  inject,
  Injector,
  input,
  signal,
} from '@angular/core';
import { FormField, type FieldTree } from '@angular/forms/signals';
import { MatButton, MatIconButton } from '@angular/material/button';
import { formParts } from '../form/field';
import { Icon } from '../shell/icon';
import { moved, mostQuestions, type QuestionDraft } from './capture-draft';

/** The company's own questions, in the order they are asked. */
@Component({
  selector: 'app-own-questions',
  imports: [...formParts, FormField, Icon, MatButton, MatIconButton],
  templateUrl: './own-questions.html',
  styleUrl: './own-questions.scss',
  changeDetection: ChangeDetectionStrategy.OnPush,
})
export class OwnQuestions {
  readonly questions = input.required<FieldTree<QuestionDraft[]>>();
  readonly disabled = input(false);
  protected readonly most = mostQuestions;
  /** The last step, for those who hear it. */
  protected readonly said = signal('');
  private readonly host = inject<ElementRef<HTMLElement>>(ElementRef).nativeElement;
  private readonly injector = inject(Injector);

  protected add(): void {
    this.set([...this.now(), { label: '', required: false }]);
    this.focus(`[data-question="${this.now().length - 1}"] .control`);
  }

  protected remove(at: number): void {
    this.set(this.now().filter((_, index) => index !== at));
    this.said.set(`Question ${at + 1} is removed.`);
    this.focus(this.now().length > 0 ? `[data-question="${Math.max(0, at - 1)}"] .control` : '.add');
  }

  protected move(at: number, to: number, word: 'up' | 'down'): void {
    this.set(moved(this.now(), at, to));
    this.said.set(`Now question ${to + 1} of ${this.now().length}.`);
    // At either end the arrow that was pressed is gone: the other one is there.
    this.focus(`[data-question="${to}"] .${word}:enabled, [data-question="${to}"] .arrow:enabled`);
  }

  private now(): readonly QuestionDraft[] {
    return this.questions()().value();
  }

  private set(questions: QuestionDraft[]): void {
    this.questions()().value.set(questions);
    this.questions()().markAsDirty();
  }

  private focus(selector: string): void {
    afterNextRender(() => this.host.querySelector<HTMLElement>(selector)?.focus(), { injector: this.injector });
  }
}
