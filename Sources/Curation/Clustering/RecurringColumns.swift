import Parallelism

/// Recognises columns: titles that recur with other contents, and so are no evidence that two documents are one story.
struct RecurringColumns {
    /// A title with what its words say of a column.
    struct Title: Sendable {
        /// The title without dates and the numbers of issues.
        let pattern: String
        /// Whether it consists of words that say nothing of an event.
        let isGeneric: Bool
        /// Its key as evidence of an equal title; `nil` where it is too short.
        let evidence: String?

        init(_ headline: Headline) {
            let texts = headline.texts
            let words = RecurringColumns.pattern(texts)
            pattern = words.count == texts.count ? headline.key ?? "" : words.joined(separator: " ")
            isGeneric = words.allSatisfy(ColumnWords.generic.contains)
            evidence = RecurringColumns.isLongEnough(texts) ? headline.key : nil
        }
    }

    private let titles: [Title]
    /// Whether each document is of a column.
    private let areColumns: [Bool]

    /// - Parameters:
    ///   - documents: all that are compared; what recurs among them is a column.
    ///   - titles: of the documents.
    init(_ documents: [Document], titles: [Title]) {
        self.titles = titles
        areColumns = Self.recurring(titles, documents)
    }

    init(_ documents: [Document], headlines: [Headline]) {
        self.init(
            documents,
            titles: Parallel.map(headlines.count, inPiecesOf: Parallel.pieceSize) { Title(headlines[$0]) })
    }

    /// Whether the title of a document is a column's, and says nothing of the story.
    func isColumn(_ document: Int) -> Bool { areColumns[document] }

    /// Whether any of some documents and any of others are two issues of one column, which are never the same story.
    func keepApart(_ ones: [Int], _ others: [Int]) -> Bool {
        let issues = ones.filter(isColumn)
        guard !issues.isEmpty else { return false }
        let patterns = Set(issues.map { titles[$0].pattern })
        return others.contains { areColumns[$0] && patterns.contains(titles[$0].pattern) }
    }

    /// The title by which a document may be the same as another; `nil` for a column, or where a title is too short.
    func titleEvidence(of document: Int) -> String? { areColumns[document] ? nil : titles[document].evidence }

    /// “Deal!” is the title of many stories; so are two characters of a script that has no spaces.
    private static func isLongEnough(_ words: [String]) -> Bool {
        let singles = words.count { ($0.utf8.first ?? 0) >= 0x80 && $0.unicodeScalars.count == 1 }
        return singles > words.count / 2 ? words.count >= 4 : words.count >= 2
    }

    /// Whether each title is generic, or has a pattern that its source uses on several days at several addresses.
    /// Two such sources make it a column wherever it stands; one alone decides nothing for the other sources.
    private static func recurring(_ titles: [Title], _ documents: [Document]) -> [Bool] {
        var areColumns = titles.map(\.isGeneric)
        let byPattern = Dictionary(grouping: titles.indices) { titles[$0].pattern }
        for (pattern, members) in byPattern where members.count > 1 && !pattern.isEmpty {
            let columns = Dictionary(grouping: members) { documents[$0].source }.values.filter {
                isColumn($0, documents)
            }
            for document in columns.count > 1 ? members : columns.flatMap({ $0 }) { areColumns[document] = true }
        }
        return areColumns
    }

    /// Whether documents of one source that have one pattern are the issues of a column.
    private static func isColumn(_ issues: [Int], _ documents: [Document]) -> Bool {
        let hours = issues.compactMap { documents[$0].hours }
        guard let first = hours.min(), let last = hours.max(), last - first >= hoursBetweenIssues else { return false }
        let key = documents[issues[0]].key
        return issues.contains { documents[$0].key != key }
    }

    /// A daily column keeps its hour, give or take a few.
    private static let hoursBetweenIssues = 16.0

    /// The words of a title without dates and the numbers of issues.
    private static func pattern(_ words: [String]) -> [String] {
        guard words.contains(where: { ColumnWords.calendar.contains($0) || isNumber($0) }) else { return words }
        let isGenericOtherwise = words.allSatisfy { isNumber($0) || ColumnWords.generic.contains($0) }
        return words.indices.filter { index in
            let word = words[index]
            if ColumnWords.calendar.contains(word) { return false }
            guard isNumber(word) else { return true }
            let neighbours = [index - 1, index + 1].filter(words.indices.contains).map { words[$0] }
            return !isGenericOtherwise
                && !neighbours.contains { ColumnWords.calendar.contains($0) || ColumnWords.issue.contains($0) }
        }.map { words[$0] }
    }

    private static func isNumber(_ word: String) -> Bool {
        word.utf8.first.map { (48...57).contains($0) } ?? false
    }
}

/// Words of which the titles of columns consist, folded.
enum ColumnWords {
    /// Words that say nothing of an event. A title of nothing else is a column's.
    static let generic: Set<String> = Set(english + german + french + spanish + italian + others)

    /// Words that name a day, and so change with every issue.
    static let calendar: Set<String> = Set(days + months)

    /// Words behind or before which stands the number of an issue.
    static let issue: Set<String> = [
        "no", "nr", "number", "issue", "episode", "ep", "vol", "volume", "part", "day", "week", "edition", "puzzle",
        "folge", "ausgabe", "teil", "tag", "numero", "jour", "dia", "tome",
    ]

    private static let english = """
        a an the of to for in on at and or from with your our my you we it is are this that what whats s all how who
        need know things do see read watch listen here now just latest new more top best most popular
        morning afternoon evening night midday noon today tonight tomorrow yesterday day daily week weekly weekend
        month monthly year hour hourly
        news newsletter briefing brief briefs bulletin digest roundup round up wrap summary recap review preview
        update updates live blog coverage stream video videos watch photo photos picture pictures image images gallery
        pics cartoon cartoons comic comics crossword crosswords sudoku quiz puzzle puzzles wordle horoscope horoscopes
        weather forecast traffic lottery numbers results scores fixtures schedule tv listings obituaries obituary
        deaths births letters letter editor editorial opinion column columns comment analysis explainer podcast
        headlines headline stories story front page pages papers paper press links link reads reading open thread
        discussion chat free ask me anything calendar events event notes note corrections correction clarifications
        in on off first five ten three minutes minute edition issue number episode part
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let german = """
        der die das des dem den ein eine und am im vom zum zur was wie heute morgen abend tag tages woche wochen
        nachrichten uberblick ueberblick newsblog liveblog liveticker ticker live bild bilder fotos foto wetter
        wetterbericht ratsel raetsel kreuzwortratsel kreuzwortraetsel horoskop leserbriefe kommentar presseschau
        kurz meldungen sie wissen mussen muessen wichtig wird lage wichtigste wichtigsten
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let french = """
        le la les l un une des du de d et en ce qu il faut savoir retenir jour journal matin matinale soir semaine
        actualite actualites actu actus infos info direct meteo photo photos image images dessin mots croises
        revue presse edito editorial courrier lecteurs horoscope resume essentiel
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let spanish = """
        el los las del al y lo que hay saber hoy dia diario diaria manana tarde noche semana semanal noticias
        titulares resumen boletin directo vivo ultima ultimas hora tiempo pronostico fotos foto imagenes imagen
        crucigrama horoscopo cartas director opinion portada portadas
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let italian = """
        il lo gli i di del della dei e in oggi giorno giornata mattina sera settimana notizie diretta meteo foto
        immagini rassegna stampa cruciverba oroscopo lettere prima pagina
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let others = """
        o os as do da dos das em noticias manchetes bom dia previsao tempo fotos nieuws van het een weer foto dagblad
        новости дня утро вечер сегодня погода фото главное за день неделю прогноз погоды
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    private static let days = """
        monday tuesday wednesday thursday friday saturday sunday mon tue tues wed thu thur thurs fri sat sun mondays
        tuesdays wednesdays thursdays fridays saturdays sundays montag dienstag mittwoch donnerstag freitag samstag
        sonnabend sonntag lundi mardi mercredi jeudi vendredi samedi dimanche lunes martes miercoles jueves viernes
        sabado domingo lunedi martedi mercoledi giovedi venerdi sabato domenica maandag dinsdag woensdag donderdag
        vrijdag zaterdag zondag понедельник вторник среда четверг пятница суббота воскресенье
        """.split(whereSeparator: \.isWhitespace).map(String.init)

    /// Some are words of other kinds as well; a pattern that lacks them still tells one title from another.
    private static let months = """
        january february april june july august september october november december jan feb mar apr jun jul aug sep
        sept oct nov dec march may januar februar marz maerz mai juni juli oktober dezember janvier fevrier mars avril
        juin juillet aout septembre octobre novembre decembre enero febrero marzo abril mayo junio julio agosto
        septiembre octubre noviembre diciembre gennaio febbraio aprile maggio giugno luglio settembre ottobre dicembre
        января февраля марта апреля мая июня июля августа сентября октября ноября декабря
        """.split(whereSeparator: \.isWhitespace).map(String.init)
}
