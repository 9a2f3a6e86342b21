export type { Act, ActData, ActOf, ActType } from './act.js';
export type { ActActor, Actor, Channel } from './actor.js';
export type * from './command.js';
export type { AvailableAction, DecideContext, Decided, Refusal, RefusalCode, PersonRead, RegisterRead } from './context.js';
export type { Effect, EffectBody } from './effect.js';
export type * from './state.js';
export type * from './values.js';
