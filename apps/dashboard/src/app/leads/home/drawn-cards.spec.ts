import { describe, expect, it } from '@jest/globals';
import { DrawnCards } from './drawn-cards';

const column = Array.from({ length: 120 }, (_, place) => place);

describe('the cards that a column draws', () => {
  it('are few at first, and more of them as their reader comes to the end', () => {
    const drawn = new DrawnCards();
    expect(drawn.of('new', column)).toEqual(column.slice(0, 15));
    drawn.grow('new');
    expect(drawn.of('new', column)).toEqual(column.slice(0, 40));
    expect(drawn.of('quoting', column)).toHaveLength(15);
    for (let again = 0; again < 4; again += 1) drawn.grow('new');
    expect(drawn.of('new', column)).toEqual(column);
  });

  it('reach to a card that is moved there by key', () => {
    const drawn = new DrawnCards();
    drawn.reach('won', 70);
    expect(drawn.of('won', column)).toContain(70);
    drawn.reach('won', 2);
    expect(drawn.of('won', column)).toContain(70);
  });

  it('are few again where other leads are asked for', () => {
    const drawn = new DrawnCards();
    drawn.grow('new');
    drawn.restart();
    expect(drawn.of('new', column)).toHaveLength(15);
  });
});
