import WebText

/// RFC 822 and RFC 2822 as nearly all feeds write them; ``WrittenDate`` reads the rest.
enum MailDate {
    /// `Sun, 01 Mar 2026 10:00:00 GMT`, or with an offset: nearly all there are, so they are not worked out.
    /// Seconds since 1970; `nil` for any other form.
    static func seconds(_ bytes: Bytes) -> Int? {
        guard bytes.count >= 29, bytes.count <= 31, bytes[3] == ASCII.comma, bytes[4] == ASCII.space,
            bytes[7] == ASCII.space, bytes[11] == ASCII.space, bytes[16] == ASCII.space, bytes[19] == ASCII.colon,
            bytes[22] == ASCII.colon, bytes[25] == ASCII.space
        else { return nil }
        var scanner = DateScanner(bytes)
        guard let day = scanner.number(2, at: 5), let month = MonthNames.english(bytes.part(8..<11)),
            let year = scanner.number(4, at: 12), let hour = scanner.number(2, at: 17),
            let minute = scanner.number(2, at: 20), let second = scanner.number(2, at: 23)
        else { return nil }
        var time = CalendarTime(year: year, month: month, day: day, hour: hour, minute: minute, second: second)
        scanner.at = 26
        if !(bytes.count == 29 && bytes.starts(withWord: "gmt", at: 26)) {
            guard let offset = scanner.offset(), scanner.isAtEnd else { return nil }
            time.offset = offset
        }
        return time.seconds
    }
}
