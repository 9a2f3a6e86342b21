/** Microseconds of processor time that this process has used: for work in memory, so that neighbours on the machine do not count. */
export function processorTime(): number {
  const { user, system } = process.cpuUsage();
  return user + system;
}
