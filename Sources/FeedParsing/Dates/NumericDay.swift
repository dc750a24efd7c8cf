import WebText

/// A day of three numbers with the same mark between them: `2026/11/24`, `24.11.2026`, `11/24/26`.
package struct NumericDay {
    /// Which of day and month comes first where the year is last.
    package enum Order: Sendable { case dayFirst, monthFirst }

    let year: Int
    let month: Int
    let day: Int
    /// Whether day and month could be the other way round.
    var isOrderOpen = false
    /// Whether the first number could be the year, in a language that puts it there.
    var isYearOpen = false
    /// The order that the numbers themselves show, with slashes between them.
    var provenOrder: Order?

    /// Reads the day that begins with a number which the scanner is behind; otherwise the scanner stays where it is.
    ///
    /// Where the year is last, full stops and hyphens put the day first, slashes the month, as PHP and others read them,
    /// unless a number above twelve shows that it is no month.
    static func read(
        _ scanner: inout DateScanner, behind first: (value: Int, digits: Int), _ order: Order, isYearFirst: Bool
    ) -> NumericDay? {
        var probe = scanner
        guard let mark = mark(&probe, nil), let second = number(&probe), second.digits <= 2,
            mark == self.mark(&probe, mark), let third = number(&probe), !probe.next.isDigit,
            probe.next != ASCII.colon || max(first.digits, third.digits) == 4
        else { return nil }
        let short = shortYear(first, second.value, third)
        guard var day = (isYearFirst ? short : nil) ?? day(first, second.value, third, mark, order) else { return nil }
        day.isYearOpen = short != nil
        scanner = probe
        return day
    }

    /// A day whose year stands first, in two digits.
    private static func shortYear(
        _ first: (value: Int, digits: Int), _ second: Int, _ third: (value: Int, digits: Int)
    ) -> NumericDay? {
        guard first.digits == 2, third.digits <= 2, 1...12 ~= second, 1...31 ~= third.value else { return nil }
        return NumericDay(year: CalendarTime.year(first.value, digits: 2), month: second, day: third.value)
    }

    private static func day(
        _ first: (value: Int, digits: Int), _ second: Int, _ third: (value: Int, digits: Int), _ mark: UInt8,
        _ order: Order
    ) -> NumericDay? {
        if first.digits == 4 {
            return third.digits <= 2 ? NumericDay(year: first.value, month: second, day: third.value) : nil
        }
        guard first.digits <= 2, third.digits == 4 || third.digits <= 2 else { return nil }
        if first.value > 31 {
            return NumericDay(
                year: CalendarTime.year(first.value, digits: first.digits), month: second, day: third.value)
        }
        let year = CalendarTime.year(third.value, digits: third.digits)
        let isSlash = mark == ASCII.slash
        if first.value > 12 {
            return NumericDay(
                year: year, month: second, day: first.value, provenOrder: isSlash ? .dayFirst : nil)
        }
        if second > 12 {
            return NumericDay(
                year: year, month: first.value, day: second, provenOrder: isSlash ? .monthFirst : nil)
        }
        guard isSlash else { return NumericDay(year: year, month: second, day: first.value) }
        let isOpen = first.value != second
        return order == .dayFirst
            ? NumericDay(year: year, month: second, day: first.value, isOrderOpen: isOpen)
            : NumericDay(year: year, month: first.value, day: second, isOrderOpen: isOpen)
    }

    /// The mark between two numbers, with blanks behind a full stop and around a slash.
    private static func mark(_ scanner: inout DateScanner, _ expected: UInt8?) -> UInt8? {
        let start = scanner.at
        if expected != ASCII.minus { scanner.skipBlanks() }
        let mark = scanner.next
        let hasBlank = scanner.at > start
        guard mark == ASCII.dot && !hasBlank || mark == ASCII.slash || mark == ASCII.minus && !hasBlank else {
            return nil
        }
        scanner.at += 1
        if mark != ASCII.minus { scanner.skipBlanks() }
        return mark
    }

    /// A number and how many digits it should have been written in: some programs write a zero too many.
    private static func number(_ scanner: inout DateScanner) -> (value: Int, digits: Int)? {
        let count = scanner.digits
        guard count <= 5, let value = scanner.number() else { return nil }
        return (value, digits(of: value, written: count))
    }

    /// How many digits a number has without a zero too many before it: `012` is a month, `02026` a year.
    static func digits(of value: Int, written count: Int) -> Int {
        switch count {
        case 3 where value < 100: 2
        case 5 where value < 10_000: 4
        default: count
        }
    }
}
