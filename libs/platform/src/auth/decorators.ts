import { createParamDecorator, SetMetadata, type ExecutionContext } from '@nestjs/common';
import type { Caller as CallerType } from './caller';
import { problems } from '../http/problem';

export const PUBLIC = 'porchlight:public';

/** The route needs no access token. Without it every route does. */
export const Public = () => SetMetadata(PUBLIC, true);

const callerOf = (context: ExecutionContext): CallerType | undefined =>
  context.switchToHttp().getRequest<{ user?: CallerType }>().user;

/** `@Caller() caller: Caller`: who is asking. */
export const Caller = createParamDecorator((_: unknown, context: ExecutionContext): CallerType => {
  const caller = callerOf(context);
  if (!caller) throw problems.unauthenticated();
  return caller;
});
export type Caller = CallerType;

/** `@OptionalCaller() caller: Caller | null` on public routes that know better who is signed in. */
export const OptionalCaller = createParamDecorator(
  (_: unknown, context: ExecutionContext): CallerType | null => callerOf(context) ?? null,
);
