const HAN_RUN = /\p{Script=Han}{3,}/gu;

/** Sets what follows a product's name, or a part of it, apart: 座椅租三天 where one is called 安全座椅 is 座椅 租三天. */
export const nameApart = (question: string, names: readonly string[]): string =>
  question.replace(HAN_RUN, (run) => {
    let said = '';
    for (let at = 0; at < run.length; ) {
      let length = run.length - at;
      while (length > 1 && !names.some((name) => name.includes(run.slice(at, at + length)))) length -= 1;
      said += run.slice(at, at + length);
      at += length;
      if (length > 1 && at < run.length) said += ' ';
    }
    return said;
  });
