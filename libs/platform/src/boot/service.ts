/** Injection token of the service's own name (`ServiceName`). */
export const SERVICE = Symbol('service');
