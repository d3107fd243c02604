/** Words kept for answers, offered in a form. */
export const texts = {
  texts: {
    pick: '插入常用语',
    search: '找常用语',
    none: '没有合适的常用语',
    keep: '加、改常用语',
  },
}
