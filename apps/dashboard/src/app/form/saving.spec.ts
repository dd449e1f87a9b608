import { HttpErrorResponse } from '@angular/common/http';
import { signal } from '@angular/core';
import { TestBed } from '@angular/core/testing';
import { form, required } from '@angular/forms/signals';
import { describe, expect, it } from '@jest/globals';
import { readFailure, type Refusal } from '../api/refusal';
import { Saving } from './saving';

const refused = (code: string, errors: { path: string; message: string }[] = []) =>
  readFailure(
    new HttpErrorResponse({
      status: 400,
      error: {
        type: 'about:blank',
        title: 'Bad Request',
        status: 400,
        detail: 'Refused.',
        code,
        correlationId: 'c',
        errors,
      },
    }),
  );

const draft = () =>
  TestBed.runInInjectionContext(() => {
    const model = signal({ name: 'Lindqvist house', budget: '12', contact: { email: 'x' } });
    return { model, tree: form(model, (path) => required(path.name, { message: 'Give it a name' })) };
  });

const messages = (errors: readonly { message?: string }[]) => errors.map(({ message }) => message);

describe('saving a form', () => {
  it('puts every fault of the answer beside its field, through the names the form uses', async () => {
    const { tree } = draft();
    const saving = new Saving();
    const faults = [
      { path: 'name', message: 'is taken' },
      { path: 'budget.amount', message: 'is too large' },
      { path: 'client.contacts.0.email', message: 'is no address' },
    ];
    const saved = await saving.run(tree, () => Promise.reject(refused('invalid_request', faults)), {
      names: { 'client.contacts.0.email': 'contact.email' },
    });
    expect(saved).toBe(false);
    expect(messages(tree.name().errors())).toEqual(['Is taken']);
    expect(messages(tree.budget().errors())).toEqual(['Is too large']);
    expect(messages(tree.contact.email().errors())).toEqual(['Is no address']);
    expect(saving.message()).toBeNull();
  });

  it('says at the head of the form what belongs to no field', async () => {
    const { tree } = draft();
    const saving = new Saving();
    await saving.run(tree, () => Promise.reject(refused('invalid_request', [{ path: 'nowhere', message: 'is odd' }])));
    expect(saving.message()).toBe('nowhere is odd');
  });

  it('keeps what was typed when nobody answers, and sends it when pressed again', async () => {
    const { tree, model } = draft();
    const saving = new Saving();
    const away = readFailure(new HttpErrorResponse({ status: 0 }));
    expect(await saving.run(tree, () => Promise.reject(away))).toBe(false);
    expect(saving.unreachable()).toBe(true);
    expect(model()).toEqual({ name: 'Lindqvist house', budget: '12', contact: { email: 'x' } });

    let sent = 0;
    expect(await saving.run(tree, () => Promise.resolve(sent++))).toBe(true);
    expect(sent).toBe(1);
    expect(saving.message()).toBeNull();
  });

  it('sends nothing while a field is faulty', async () => {
    const { tree, model } = draft();
    model.update((known) => ({ ...known, name: '' }));
    let sent = 0;
    expect(await new Saving().run(tree, () => Promise.resolve(sent++))).toBe(false);
    expect(sent).toBe(0);
  });

  it('sends once however often it is pressed', async () => {
    const { tree } = draft();
    const saving = new Saving();
    let sent = 0;
    const slow = () => new Promise<void>((resolve) => setTimeout(() => resolve(void sent++), 5));
    await Promise.all([saving.run(tree, slow), saving.run(tree, slow)]);
    expect(sent).toBe(1);
  });

  it('lets the screen deal with a refusal that is a question, and ask again', async () => {
    const { tree } = draft();
    const saving = new Saving();
    const asked: Refusal[] = [];
    await saving.run(tree, () => Promise.reject(refused('open_tasks')), {
      refused: (refusal) => asked.push(refusal) > 0,
    });
    expect(asked.map(({ code }) => code)).toEqual(['open_tasks']);
    expect(saving.message()).toBeNull();
    expect(await saving.run(tree, () => Promise.resolve())).toBe(true);
  });
});
