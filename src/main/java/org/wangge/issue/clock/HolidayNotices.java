package org.wangge.issue.clock;

import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDate;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.support.PathMatchingResourcePatternResolver;
import org.springframework.stereotype.Component;

/// The notices of holidays that there are: those that come with the server, and those in the folder
/// of `wangge.calendar.folder`, which go before ours of the same year.
@Component
class HolidayNotices {
    private static final String OURS = "classpath:org/wangge/issue/clock/notices/*.txt";
    private static final Pattern NAME = Pattern.compile("(\\d{4}).*\\.txt");

    private final Map<Integer, Notice> byYear = new TreeMap<>();
    private final Map<LocalDate, NoticeDay> days = new HashMap<>();

    HolidayNotices(CalendarSettings settings) throws IOException {
        for (var resource : new PathMatchingResourcePatternResolver().getResources(OURS)) {
            add(String.valueOf(resource.getFilename()), resource.getContentAsByteArray(), byYear);
        }
        if (settings.path() != null) {
            byYear.putAll(inFolder(settings.path()));
        }
        byYear.values().forEach(notice -> days.putAll(notice.days()));
    }

    boolean knows(int year) {
        return byYear.containsKey(year);
    }

    @Nullable
    NoticeDay on(LocalDate day) {
        return days.get(day);
    }

    /// All of it, so that two servers can see whether they know the same.
    String text() {
        return byYear.values().toString();
    }

    private static Map<Integer, Notice> inFolder(Path folder) throws IOException {
        if (!Files.isDirectory(folder)) {
            throw new WrongNotice(folder.toString(), "wangge.calendar.folder is not a folder");
        }
        var found = new TreeMap<Integer, Notice>();
        try (var files = Files.list(folder)) {
            for (var file : files.filter(file -> file.toString().endsWith(".txt"))
                    .sorted()
                    .toList()) {
                add(file.toString(), Files.readAllBytes(file), found);
            }
        }
        return found;
    }

    private static void add(String file, byte[] content, Map<Integer, Notice> to) {
        var name = NAME.matcher(String.valueOf(Path.of(file).getFileName()));
        if (!name.matches()) {
            throw new WrongNotice(file, "the name must begin with the year, such as 2027.txt");
        }
        var year = Integer.parseInt(name.group(1));
        var notice = Notice.read(file, year, text(content).lines().toList());
        if (to.putIfAbsent(year, notice) != null) {
            throw new WrongNotice(file, "there is another file for " + year);
        }
    }

    /// UTF-8, or else what Windows in China writes.
    private static String text(byte[] content) {
        for (var charset : List.of(StandardCharsets.UTF_8, Charset.forName("GB18030"))) {
            try {
                return charset.newDecoder().decode(ByteBuffer.wrap(content)).toString();
            } catch (CharacterCodingException other) {
                continue;
            }
        }
        return new String(content, StandardCharsets.UTF_8);
    }
}
