import { describe, expect, it } from '@jest/globals';
import { TestBed } from '@angular/core/testing';
import { ProgressRing } from './progress-ring';

const render = (percent: number | null, size = 200) => {
  const fixture = TestBed.createComponent(ProgressRing);
  fixture.componentRef.setInput('percent', percent);
  fixture.componentRef.setInput('name', 'Overall progress');
  fixture.componentRef.setInput('size', size);
  fixture.detectChanges();
  const element: HTMLElement = fixture.nativeElement;
  return { fixture, element };
};

describe('the progress ring', () => {
  it('shows the figure and tells it to a screen reader', () => {
    const { element } = render(64);
    expect(element.textContent?.replace(/\s+/g, '')).toBe('64%complete');
    expect(element.getAttribute('role')).toBe('progressbar');
    expect(element.getAttribute('aria-valuenow')).toBe('64');
    expect(element.getAttribute('aria-valuetext')).toBe('64 percent complete');
    expect(element.querySelector('.value')?.getAttribute('stroke-dashoffset')).toBe('36');
  });

  it('draws no cap at nothing', () => {
    const { element } = render(0);
    expect(element.textContent).toContain('0%');
    expect(element.querySelector('.value')).toBeNull();
  });

  it('says that nothing is planned instead of zero', () => {
    const { element } = render(null);
    expect(element.textContent?.trim()).toBe('Nothing planned yet');
    expect(element.getAttribute('role')).toBe('img');
    expect(element.getAttribute('aria-label')).toBe('Overall progress: Nothing planned yet');
    expect(element.hasAttribute('aria-valuenow')).toBe(false);
  });

  it('follows its percentage', () => {
    const { fixture, element } = render(64);
    fixture.componentRef.setInput('percent', 100);
    fixture.detectChanges();
    expect(element.textContent).toContain('100%');
  });

  it('stands alone when it is small', () => {
    expect(render(64, 28).element.textContent?.trim()).toBe('');
  });
});
