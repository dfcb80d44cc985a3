package org.wangge.access.personal;

import io.netty.buffer.ByteBuf;
import io.netty.buffer.ByteBufAllocator;
import io.r2dbc.postgresql.api.PostgresqlConnection;
import io.r2dbc.postgresql.client.EncodedParameter;
import io.r2dbc.postgresql.codec.Codec;
import io.r2dbc.postgresql.codec.CodecMetadata;
import io.r2dbc.postgresql.codec.CodecRegistry;
import io.r2dbc.postgresql.codec.PostgresTypeIdentifier;
import io.r2dbc.postgresql.codec.PostgresqlObjectId;
import io.r2dbc.postgresql.extension.CodecRegistrar;
import io.r2dbc.postgresql.message.Format;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.reactivestreams.Publisher;
import reactor.core.publisher.Mono;

/// Lets `byte[][]` be bound as `bytea[]`. The driver's own way loses the backslash in front of each
/// item (`\\x0102` arrives as the text `x0102`, r2dbc-postgresql 1.1) and leaks a buffer, so this one
/// comes first; the driver finds it by `META-INF/services`.
public final class ByteArrays implements CodecRegistrar {
    @Override
    public Publisher<Void> register(PostgresqlConnection connection, ByteBufAllocator memory, CodecRegistry registry) {
        return Mono.fromRunnable(() -> registry.addFirst(new Writing(memory)));
    }

    private record Writing(ByteBufAllocator memory) implements Codec<byte[][]>, CodecMetadata {
        private static final int ARRAY = PostgresqlObjectId.BYTEA_ARRAY.getObjectId();

        /// Says so to the driver's cache, which otherwise keeps to its own.
        @Override
        public Class<?> type() {
            return byte[][].class;
        }

        @Override
        public Iterable<PostgresTypeIdentifier> getDataTypes() {
            return List.of(PostgresqlObjectId.BYTEA_ARRAY);
        }

        /// None that it reads.
        @Override
        public Iterable<Format> getFormats() {
            return List.of();
        }

        @Override
        public boolean canDecode(int type, Format format, Class<?> wanted) {
            return false;
        }

        @Override
        public byte @Nullable [][] decode(
                @Nullable ByteBuf buffer, int type, Format format, Class<? extends byte[][]> wanted) {
            throw new UnsupportedOperationException("bytea[] is only written");
        }

        @Override
        public boolean canEncode(Object value) {
            return value instanceof byte[][];
        }

        @Override
        public boolean canEncodeNull(Class<?> type) {
            return type == byte[][].class;
        }

        @Override
        public EncodedParameter encode(Object value) {
            return encode(value, ARRAY);
        }

        @Override
        public EncodedParameter encode(Object value, int type) {
            return new EncodedParameter(Format.FORMAT_BINARY, type, Mono.fromSupplier(() -> written((byte[][]) value)));
        }

        @Override
        public EncodedParameter encodeNull() {
            return new EncodedParameter(Format.FORMAT_BINARY, ARRAY, EncodedParameter.NULL_VALUE);
        }

        /// Dimensions, whether there are nulls, the type of the items, their number, the first place.
        private ByteBuf written(byte[][] items) {
            var size = Stream.of(items)
                    .mapToInt(item -> Integer.BYTES + item.length)
                    .sum();
            var buffer = memory.buffer(5 * Integer.BYTES + size);
            buffer.writeInt(1).writeInt(0).writeInt(PostgresqlObjectId.BYTEA.getObjectId());
            buffer.writeInt(items.length).writeInt(1);
            for (var item : items) {
                buffer.writeInt(item.length).writeBytes(item);
            }
            return buffer;
        }
    }
}
