/** One name in the forms that the house uses. */
export interface Names {
  /** `notice-board`: files, tag, resource, keys of texts. */
  readonly kebab: string;
  /** `NoticeBoard` */
  readonly pascal: string;
  /** `noticeBoard` */
  readonly camel: string;
  /** `Notice board` */
  readonly title: string;
}

export function namesOf(kebab: string): Names {
  const pascal = kebab.replace(/(?:^|-)(\w)/g, (_, letter: string) => letter.toUpperCase());
  const title = kebab.replaceAll('-', ' ');
  return { kebab, pascal, camel: pascal[0]?.toLowerCase() + pascal.slice(1), title: title[0]?.toUpperCase() + title.slice(1) };
}
