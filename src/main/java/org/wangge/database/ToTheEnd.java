package org.wangge.database;

import org.reactivestreams.Subscription;
import reactor.core.CoreSubscriber;
import reactor.core.publisher.Operators;
import reactor.core.publisher.Sinks;
import reactor.util.context.Context;

/// Reads an answer to its end also when nobody waits for it any more: a statement that is cancelled under way now and
/// then leaves its connection silent for ever, to whoever is given it next.
final class ToTheEnd<T> implements CoreSubscriber<T>, Subscription {
    private final CoreSubscriber<? super T> reader;
    private final Sinks.Empty<Void> end;
    private Subscription answer = Operators.emptySubscription();
    private volatile boolean isLeft;

    /// @param end is told when the last of the answer has come
    ToTheEnd(CoreSubscriber<? super T> reader, Sinks.Empty<Void> end) {
        this.reader = reader;
        this.end = end;
    }

    @Override
    public Context currentContext() {
        return reader.currentContext();
    }

    @Override
    public void onSubscribe(Subscription begun) {
        answer = begun;
        reader.onSubscribe(this);
    }

    @Override
    public void onNext(T row) {
        if (!isLeft) {
            reader.onNext(row);
        }
    }

    @Override
    public void onError(Throwable failure) {
        end.tryEmitEmpty();
        if (!isLeft) {
            reader.onError(failure);
        }
    }

    @Override
    public void onComplete() {
        end.tryEmitEmpty();
        if (!isLeft) {
            reader.onComplete();
        }
    }

    @Override
    public void request(long rows) {
        answer.request(rows);
    }

    @Override
    public void cancel() {
        isLeft = true;
        answer.request(Long.MAX_VALUE);
    }
}
