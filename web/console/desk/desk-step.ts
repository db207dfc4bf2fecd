/** One step at the desk, POST …/:id/<step>; undefined when the server refused it. */
export type DeskStep = <Answer>(step: string, body?: unknown) => Promise<Answer | undefined>;
