import WebText

/// The names of months and weekdays in the languages that feeds date themselves in, against all rules.
enum MonthNames {
    /// The month that a word means, 1–12; `nil` where it is none.
    ///
    /// A word of at least three letters may be cut short (`Sept`, `janv`), as long as only one month begins so in its
    /// language or all of them agree.
    static func month(_ word: String) -> Int? {
        let word = word.lowercased()
        if let month = whole[word] { return month }
        guard word.unicodeScalars.count >= 3 else { return nil }
        return stems[String(word.prefix(3))].flatMap { stems in
            let fitting = stems.filter { $0.name.hasPrefix(word) || word.hasPrefix($0.name) }
            let months = Set(fitting.map(\.month))
            return months.count == 1 ? months.first : nil
        }
    }

    /// English names by their first three letters: the ones that nearly all dates have.
    static func english(_ bytes: Bytes) -> Int? {
        guard bytes.count >= 3, bytes.count <= 9 else { return nil }
        let key = UInt32(bytes[0].lowercase) << 16 | UInt32(bytes[1].lowercase) << 8 | UInt32(bytes[2].lowercase)
        guard let index = englishKeys.firstIndex(of: key) else { return nil }
        if bytes.count == 3 { return index + 1 }
        let name = bytes.string.lowercased()
        return englishNames[index].hasPrefix(name) || name == "sept" ? index + 1 : nil
    }

    private static let englishNames = languages[0].split(separator: " ").map(String.init)

    private static let englishKeys: [UInt32] = englishNames.map { name in
        name.utf8.prefix(3).reduce(0) { $0 << 8 | UInt32($1) }
    }

    private static let whole: [String: Int] = {
        var months: [String: Int] = [:]
        for language in languages {
            for (index, name) in language.split(separator: " ").enumerated() where months[String(name)] == nil {
                months[String(name)] = index % 12 + 1
            }
        }
        return months
    }()

    private static let stems: [String: [(name: String, month: Int)]] = Dictionary(
        grouping: whole.filter { $0.key.count >= 3 }.map { (name: $0.key, month: $0.value) },
        by: { String($0.name.prefix(3)) })

    /// Twelve names a row, then twelve again where a language has other forms (genitive, short).
    private static let languages = [
        "january february march april may june july august september october november december",
        "januar februar märz april mai juni juli august september oktober november dezember",
        "jänner feber maerz apr mai jun jul aug sep okt nov dez",
        "janvier février mars avril mai juin juillet août septembre octobre novembre décembre",
        "jan fevrier mar avr mai jui juil aout sept oct nov dec",
        "enero febrero marzo abril mayo junio julio agosto septiembre octubre noviembre diciembre",
        "ene feb mar abr may jun jul ago set oct nov dic",
        "gennaio febbraio marzo aprile maggio giugno luglio agosto settembre ottobre novembre dicembre",
        "gen feb mar apr mag giu lug ago set ott nov dic",
        "janeiro fevereiro março abril maio junho julho agosto setembro outubro novembro dezembro",
        "jan fev marco abr mai jun jul ago set out nov dez",
        "januari februari maart april mei juni juli augustus september oktober november december",
        "jan feb mrt apr mei jun jul aug sep okt nov dec",
        "januar februar marts april maj juni juli august september oktober november desember",
        "januari februari mars april maj juni juli augusti september oktober november december",
        "tammikuuta helmikuuta maaliskuuta huhtikuuta toukokuuta kesäkuuta heinäkuuta elokuuta syyskuuta lokakuuta "
            + "marraskuuta joulukuuta",
        "stycznia lutego marca kwietnia maja czerwca lipca sierpnia września października listopada grudnia",
        "sty lut mar kwi maj cze lip sie wrz paź lis gru",
        "ledna února března dubna května června července srpna září října listopadu prosince",
        "január február március április május június július augusztus szeptember október november december",
        "jan febr márc ápr máj jún júl aug szept okt nov dec",
        "ocak şubat mart nisan mayıs haziran temmuz ağustos eylül ekim kasım aralık",
        "oca şub mar nis may haz tem ağu eyl eki kas ara",
        "января февраля марта апреля мая июня июля августа сентября октября ноября декабря",
        "янв фев мар апр май июн июл авг сен окт ноя дек",
        "січня лютого березня квітня травня червня липня серпня вересня жовтня листопада грудня",
        "ιανουαρίου φεβρουαρίου μαρτίου απριλίου μαΐου ιουνίου ιουλίου αυγούστου σεπτεμβρίου οκτωβρίου νοεμβρίου "
            + "δεκεμβρίου",
        "ιαν φεβ μάρ απρ μάι ιούν ιούλ αύγ σεπ οκτ νοέ δεκ",
        "ιαν φεβ μαρ απρ μαι ιουν ιουλ αυγ σεπ οκτ νοε δεκ",
        "ιαν φεβ μαρ απρ μαϊ ιον ιολ αυγ σεπ οκτ νοβ δεκ",
    ]
}
