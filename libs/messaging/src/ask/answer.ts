import { MessagePattern, Payload, Transport } from '@nestjs/microservices';
import type { AskDefinition } from '@porchlight/contracts';

type Answering<Q, A> = TypedPropertyDescriptor<(question: Q) => Promise<A>>;

/**
 * Makes a controller method answer a question: Nest's `@MessagePattern`, with question and answer parsed by the
 * definition. What it throws reaches the asker as `AskUnavailable`.
 */
export const Answer = <Q, A>(definition: AskDefinition<Q, A>) => AnswerOn([definition.subject], definition);

/** The same on several subjects. */
export const AnswerOn =
  <Q, A>(subjects: readonly string[], definition: Pick<AskDefinition<Q, A>, 'question' | 'answer'>) =>
  (target: object, key: string, descriptor: Answering<Q, A>): void => {
    const answer = descriptor.value;
    if (!answer) throw new Error(`@Answer belongs on a method, and ${key} is none`);
    const parsing = async function (this: unknown, question: Q): Promise<A> {
      return definition.answer.parse(await answer.call(this, definition.question.parse(question)));
    };
    descriptor.value = parsing;
    Payload()(target, key, 0);
    MessagePattern([...subjects], Transport.NATS)(target, key, descriptor);
  };
