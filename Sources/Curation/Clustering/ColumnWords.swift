/// Words of which the titles of columns consist, folded.
enum ColumnWords {
    /// Words that tell nothing of an event. A title of nothing else is a column's.
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
