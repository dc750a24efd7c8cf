/// Words that stand in English headlines on any day.
///
/// A word that only ever begins a sentence has a capital, whether it is a name or not; the table tells “Scientists” from
/// “Karsk”.
enum CommonWords {
    /// Whether a word of the stem is in the table.
    static func contains(stem: String) -> Bool { stems.contains(stem) }

    private static let stems = Set(
        [constant, frequent, occasional, plain].joined(separator: " ").split(whereSeparator: \.isWhitespace).map {
            Stemmer.stem(String($0))
        })

    private static let constant = """
        new first year years day days week time people man woman two three one million report reports set top big back
        world state country city court police government president minister home show plan plans deal call calls
        """

    private static let frequent = """
        four five six seven eight nine ten hundred thousand billion percent cent second third last next month months
        hour hours night morning weekend today tomorrow yesterday early late old young long short high low full part
        half end start begin open close hold keep take make find lose win fall rise drop cut raise hit meet face seek
        want need help work play run lead leave join return move turn bring put pay sell buy send see look watch know
        think tell ask warn urge reveal announce claim deny reject approve agree sign launch release unveil plead vow
        official officials leader leaders chief head member group team party company firm bank market markets business
        price prices cost costs money rate rates tax budget sales shares stock stocks economy economic trade job jobs
        worker workers union strike industry oil gas energy power bill law rule rules vote votes election poll campaign
        candidate parliament senate congress house council governor mayor prime opposition reform policy talks summit
        peace war attack attacks killed kill dead death deaths die dies injured wounded victim victims shot shooting
        fire crash accident bomb blast explosion murder suspect suspects arrest arrested charge charged trial judge jury
        jail prison sentence sentenced guilty case lawsuit sue sues dense investigation inquiry fraud security military
        army troops soldiers forces border crisis protest protests protesters rally violence crime health hospital
        doctor doctors patient patients virus disease outbreak drug drugs study scientists research researchers school
        schools student students university children child kids family families mother father son daughter wife
        husband girl boy baby life water food storm flood floods rain snow weather heat winter summer earthquake quake
        game games match season team final finals cup league coach player players goal goals score win wins victory
        defeat beat beats draw title race record star stars film movie music song album show series actor actress
        singer award awards tv book fans video photo online internet web site phone app technology tech data network
        car cars train plane flight airport road bus ship boat bridge national international local public private
        north south east west northern southern eastern western foreign
        federal central major key top best worst good bad great
        """

    private static let plain = """
        strong weak huge giant massive tiny small large larger largest rare common deadly fatal minor heavy light severe
        extreme mild hot cold warm dark bright deep shallow fast slow quick sudden quiet loud rich poor cheap expensive
        free busy empty easy hard difficult simple complex clean dirty dry wet fresh raw ready rough smooth sharp soft
        sweet bitter sour tight loose wide narrow thin thick tall tiny vast whole broken lost hidden secret open closed
        safe sick healthy tired angry happy sad proud afraid brave wild strange unusual typical famous popular beloved
        controversial historic ancient modern future past recent annual daily weekly monthly final initial original
        special unique different similar same additional extra total average double single multiple various entire
        thieves thief crews crowd crowds residents resident neighbours neighbors villagers citizens visitors hikers
        swimmers climbers sailors fishermen builders engineers experts expert critics critic activists activist
        scientists historian historians archaeologists astronomers biologists economists traders bankers landlords
        tenants commuters motorists cyclists pedestrians shoppers diners parents grandmother grandfather uncle aunt
        cousin friend friends neighbour owner owners veteran veterans volunteer volunteers rangers ranger guards guard
        mayor mayors councillor councillors minister ministers lawmakers diplomats bishops priests monks nuns
        here there why how what when where who which whether inside outside behind beyond beneath across along around
        nearly almost about roughly around only even still again once twice never always often sometimes soon later
        finally meanwhile instead perhaps maybe probably certainly clearly simply really actually
        take takes taken give gives given show shows shown tell tells told bring brings brought hold holds held keep
        keeps kept let lets leave leaves left lose loses lost meet meets met pay pays paid put puts read reads run runs
        say says said see sees saw seen sell sells sold send sends sent set sets sit sits speak speaks spoke stand
        stands stood teach teaches taught think thinks thought throw throws threw wear wears write writes wrote written
        drink eat eats sleep sleeps swim walk walks drive drives drove ride rides fly flies flew sing sings dance dances
        cook cooks paint paints grow grows grew cut cuts dig digs feed feeds fill fills pick picks pull pulls push
        pushes roll rolls shake shakes shook slip slips spill spills spread spreads steal steals stole stolen strike
        struck swing swings touch touches wash washes watch watches wake wakes warn warns welcome welcomes
        """

    private static let occasional = """
        amid ahead despite following without according several many dozens hundreds thousands millions dozen pair
        possible likely expected potential latest current former ex senior deputy acting general secretary director
        manager boss executive ceo founder owner spokesman spokeswoman adviser aide envoy ambassador commissioner
        sheriff officer officers detective agent agents lawyer lawyers attorney prosecutor prosecutors witness
        witnesses defendant defence defense appeal appeals ruling verdict conviction convicted hearing evidence
        testimony testify allegation allegations accused accuse accuses alleged abuse assault rape robbery theft
        stabbing stabbed gunman gunmen gun guns weapon weapons knife hostage kidnapped missing search found rescue
        rescued survivor survivors survive toll crew pilot driver drivers passenger passengers vehicle truck lorry
        motorcycle bike crashed collision derail derailed runway landing emergency evacuated evacuation alert warning
        threat threats risk risks danger safety safe damage damaged destroyed collapse collapsed burn burned blaze
        wildfire wildfires fires hurricane typhoon tornado cyclone drought temperature temperatures climate emissions
        pollution environment environmental wildlife forest river sea ocean coast island lake mountain magnitude
        tsunami epicentre epicenter aftershock volcano eruption landslide
        terror terrorist terrorism militant militants rebel rebels insurgents coalition airstrike strikes missile
        missiles rocket rockets nuclear chemical treaty ceasefire truce sanctions embargo diplomat diplomats diplomatic
        embassy refugee refugees migrant migrants asylum immigration visa passport citizenship deport
        democracy democratic democrat democrats republican republicans conservative conservatives liberal labour labor
        socialist communist nationalist voters voter ballot referendum debate speech address statement letter interview
        cabinet coalition legislation lawmaker lawmakers senator congressman mp mps constitution constitutional
        supreme tribunal veto amendment mandate resign resigns resignation quit quits step steps sacked fired fires
        hire hires hired appoint appointed appoints names named replace replaces successor nominee nomination nominate
        elected reelection inaugurated inauguration term office
        investors investor investment fund funds bonds bond currency dollar euro inflation interest recession growth
        gdp profit profits loss losses revenue earnings quarter quarterly forecast outlook analyst analysts merger
        acquisition acquire acquires takeover bid offer stake ipo startup venture brand retail retailer store stores
        consumer consumers customers customer product products factory plant production manufacturer maker supplier
        supply demand exports imports tariff tariffs subsidy pension wages wage salary pay layoffs unemployment
        strike strikes walkout staff employee employees bankruptcy bankrupt debt loan loans credit mortgage housing
        property estate rent insurance fee fees fine fined penalty settlement settle compensation repay
        software hardware device devices smartphone tablet computer laptop chip chips robot robots artificial
        intelligence cyber hack hacked hackers breach privacy user users search engine browser update version
        satellite spacecraft space astronaut astronauts telescope planet moon mission nasa orbit
        vaccine vaccines vaccination infection infections infected cancer heart surgery treatment trial trials therapy
        medicine medical nurse nurses pandemic epidemic symptoms diagnosed obesity smoking alcohol
        teacher teachers pupils college campus education exam graduates professor
        church pope bishop priest muslim muslims christian christians jewish religious religion
        football soccer basketball baseball hockey tennis golf cricket rugby boxing racing marathon olympic olympics
        championship championships champion champions tournament playoff playoffs semi semifinal quarterfinal opener
        stadium club clubs striker midfielder defender goalkeeper quarterback pitcher captain squad transfer contract
        signing injury suspended suspension ban banned referee penalty innings touchdown rebounds points lead leads
        seed round set sets medal gold silver bronze
        celebrity actor director producer hollywood theatre theater premiere sequel trailer episode festival concert
        tour band rapper pop rock oscar oscars emmy grammy nominated host fashion model royal king queen prince
        princess duke wedding married marry divorce engaged engagement pregnant birth birthday anniversary funeral
        tribute tributes obituary author novel artist museum gallery exhibition painting
        restaurant hotel tourist tourists travel holiday airline airlines railway rail metro tram port harbour harbor
        ferry traffic highway tunnel street park garden farm farmers farmer crop animal animals dog dogs cat fish bird
        birds
        decision move budget proposal plan project programme program scheme measure measures step issue issues problem
        question questions answer concern concerns fear fears hope hopes pressure support row scandal controversy
        dispute conflict clash clashes tension tensions anger outrage criticism criticise criticised slam slams blast
        blame blames apologise apology admit admits confirm confirms consider considers expect expects predict
        delay delayed delays postpone cancel cancelled halt halts suspend block blocks stop stops end ends extend
        extended expand boost increase increases decrease reduce reduces decline declines slump surge surges jump jumps
        soar soars plunge slide slides gain gains ease eases remain remains stay stays continue continues resume
        begin begins restore rebuild build building built construction create creates develop development design
        test tests check order orders demand demands allow allows force forces require target targets aim aims focus
        share shares post posts tweet comment comments message picture photos footage camera
        """
}
