package org.shiftscope.storage;

/**
 * News of a database that this process alone has: it never leaves it.
 *
 * @param news who listens here
 */
record TellHere(News news) implements SpreadNews {

  @Override
  public void within(Change change) {}

  @Override
  public void after(Change change) {
    change.events().forEach(news::tell);
  }

  @Override
  public void progress(Event event) {
    news.tell(event);
  }

  @Override
  public void close() {
    news.close();
  }
}
