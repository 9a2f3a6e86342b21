/** Texts of the staff console, in Chinese. */
export const staffZhCN = { title: '办理' };
