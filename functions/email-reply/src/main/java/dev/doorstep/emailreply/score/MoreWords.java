package dev.doorstep.emailreply.score;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.mapping;
import static java.util.stream.Collectors.toList;

import java.util.Arrays;
import java.util.List;
import java.util.Map;

/**
 * What only the reader of scores needs to know of a language, beside the lists of the bundle: by
 * the keys of {@link Role}; a key may have several lines.
 */
final class MoreWords {
    private static final String ENGLISH =
            """
            but=but,although,though,however,yet
            for=for
            after=from me,from us,from my side,for me,overall,all in all,in total,in my opinion,
            after=in my book,only,this time,today,please,without hesitation,without a doubt,definitely
            after=for sure,easily
            lead=it's,it is,it was,that's,that is,that's a,i'd say,i would say,i'd go for,i'll go with
            lead=for me,for us,yes,well,ok,okay,so,honestly,overall,a solid,a clear,a strong,a good
            lead=a big,a full,a perfect,an easy,a,an,i,of,my pick is,my choice is
            copula=is,was,are,were
            hedge=maybe,perhaps,probably,possibly,presumably,i guess,i think,not sure,unsure,or so
            hedge=dunno,hard to say,it depends,depends,hopefully,let's say,kind of,sort of,approx
            hedge=approximately,roughly,next time,joking,kidding,lol
            hedge=wait,oops,sorry
            if=if,unless,provided,once you,only when,as soon as,on condition,assuming,when you
            conditional=i'd,we'd,it'd,you'd,they'd,wanted to,was going to,were going to,going to,wish
            conditional=wished,hoped,hoping,expected,had you,had the,were it
            except=except,excluding,apart from,aside from,other than,minus,only for,just for
            numeral=eleven,twelve,thirteen,fourteen,fifteen,sixteen,seventeen,eighteen,nineteen
            numeral=twenty,thirty,forty,fifty,sixty,seventy,eighty,ninety,hundred,hundreds,thousand
            numeral=thousands,million,dozen,half,halves,quarter,quarters,third,point,decimal,couple
            that=that,which,who,to,even,ever
            star=stars,star
            scale=scale of,scale
            please=please,pls,kindly
            good=perfect,excellent,great,super,fantastic,wonderful,amazing,best,love,loved,brilliant
            good=awesome,outstanding,very good,very happy
            bad=terrible,horrible,awful,worst,disaster,disgrace,disgusting,catastrophe,useless,rubbish
            bad=shame,never again,unacceptable,appalling,disappointed,disappointing,hate
            receiver=me,us,him,her,myself,ourselves
            day=monday,tuesday,wednesday,thursday,friday,saturday,sunday,mon,tue,wed,thu,fri,sat,sun
            day=yesterday,today,tomorrow,date,delivered,ordered,shipped,arrived,due
            units=x,°,day's,week's,mins,min,secs,seconds,second,hrs,h,hr,am,pm,copies,copy,bags,bag
            units=units,unit,sets,set,lamps,chairs,books,cups,plates,glasses,toys,kids,children
            units=customers,friends,neighbours,neighbors,drivers,couriers,deliveries,delivery attempts
            units=messages,texts,photos,pictures,questions,issues,issue,problem,complaints,complaint
            units=mistakes,mistake,stores,shops,euros,bucks,quid,lbs,miles,inch,inches,feet,ft,%
            units=reasons,things,thing,ways,options,doors,flats,stairs,flights,dogs,cats,out of
            units=weeks',days',year old,years old,year,of them,of us,of these,of those,of the,of my
            units=of our,of your,percent,per cent,more,hours',apples,screws,missing,left,kilos,litres
            units=trees,plants,cards,bits,steps,pages,times',letters,envelopes,working,business
            units=tries,goals,tickets,returns,refunds,stage,stages,different,damaged,broken
            units=th,st,nd,rd,eur,usd,gbp,chf
            bounds=better than,worse than,less,more,lower,higher,close to,near,just under,just over,not quite
            bounds=shy of,short of,hardly,anything above,anything below,a bit under,a bit over
            lead=perfect,solid,a perfect,clear,strong,full,the full
            number-one=number,the number
            third=give,gave,giving,rate,rated,scored,score
            self=i,we,i'll,i'd,i've,i'm,we'll,we'd,we've
            street=street,road,rd,avenue,ave,lane,rue,boulevard,bd,impasse,allée
            date.prepositions=flat,apartment,apt,unit,suite,gate,level,version,chapter,iphone,windows
            date.prepositions=xbox,playstation,galaxy,lane,bus,route,exit,platform,section,part
            date.prepositions=episode,type,zone,shelf,locker,model,line,block,street,road,avenue,phone
            date.prepositions=tel,telephone,mobile,fax,code,invoice,ref,reference,ticket,id,dpt,age
            date.prepositions=aged,day,week,within,in,from,till,between,every,the,these,those,last
            date.prepositions=first,next,other,under,item,items,article,articles,box,size
            date.prepositions=round,group,row,step,my,your,our,their,his,her,into,than,another
            """;
    private static final String GERMAN =
            """
            but=aber,jedoch,allerdings,doch,obwohl
            for=für,fürs
            after=von mir,von uns,für mich,insgesamt,diesmal,dieses mal,heute,ohne zu zögern
            after=von meiner seite,meinerseits,bitte,auf jeden fall,ganz klar,eindeutig,definitiv
            lead=das ist,das war,es ist,es war,ist,für mich,für uns,von mir,von uns,ja,also,eine klare
            lead=eine glatte,eine solide,eine volle,eine starke,ganz klar,ganz klar eine
            lead=klare,glatte,solide,volle,starke,ganz,einfach,die,ich,ich wähle,wähle,von mir gibt es
            lead=von mir gibts,von mir kommt,gibt es,insgesamt,ehrlich gesagt,gerne
            copula=ist,war,sind,waren,lautet
            hedge=vielleicht,evtl,eventuell,wahrscheinlich,vermutlich,womöglich,möglicherweise,schätze
            hedge=schätzungsweise,weiß nicht,weiss nicht,unsicher,nicht sicher,sagen wir,sozusagen
            hedge=schwer zu sagen,kommt drauf an,kommt darauf an,je nach,nächstes mal,nächste mal
            hedge=beim nächsten mal,hoffentlich,demnächst,moment,scherz,spaß,ups,oder so
            hedge=glaube,denke,irgendwo,tendenziell
            if=wenn,falls,sofern,vorausgesetzt,außer wenn,es sei denn,sobald,solange,unter der bedingung
            conditional=wollte,wollten,dürfte,müsste,sobald,sofern,wünschte,hoffte
            conditional=gewesen,käme,bekäme,gäbe,gebe es,verdiente,erwartet,erwartete
            change=sonst immer,zuletzt,beim letzten mal,letzte mal,vorige mal,ehemals,normalerweise
            change=korrigiere,geändert,runter,rauf,abzug
            except=außer,bis auf,abgesehen,ausgenommen,abzüglich,minus,nur für
            numeral=elf,zwölf,dreizehn,vierzehn,fünfzehn,sechzehn,siebzehn,achtzehn,neunzehn,zwanzig
            numeral=dreißig,vierzig,fünfzig,sechzig,siebzig,achtzig,neunzig,hundert,tausend,million
            numeral=dutzend,halb,halbe,halber,halben,einhalb,viertel,dreiviertel,drittel,komma,punkt komma
            that=dass,daß,ob,die,der,das,um
            star=sterne,stern,sternen,sternchen
            scale=skala von,skala bis,skala
            please=bitte
            good=perfekt,super,toll,ausgezeichnet,hervorragend,spitze,wunderbar,klasse,bestens,sehr gut
            good=sehr zufrieden,großartig,prima
            bad=schrecklich,furchtbar,katastrophe,katastrophal,schlecht,mies,unverschämt,frechheit
            bad=enttäuscht,enttäuschend,saftladen,sauerei,nie wieder,unmöglich,grauenhaft,schlimm
            receiver=mir,uns,ihm,mich
            bounds=weniger,mehr,nahe,nahezu,gerade so,gerade noch,annähernd,kurz vor,schwache,gute
            number-one=nummer,zahl
            third=geben,gab,vergeben,bewerten
            self=ich,wir
            opener=das,die,der,ich,wir,es,alles,sehr,leider,super,hat,war,ist,bin,weil,danke,vielen
            opener=tolle,toller,tolles,gute,guter,gutes,einfach,aber,und,nur,hatte,immer,nie,schnelle
            opener=perfekt,perfekte,top,alle,kann,mehr,nicht,kein,keine
            day=montag,dienstag,mittwoch,donnerstag,freitag,samstag,sonntag,sonnabend,mo,di,mi,do,fr
            day=sa,so,gestern,heute,morgen,vorgestern,datum,geliefert,bestellt,versendet,termin
            units=tagen,werktage,werktagen,arbeitstage,std,min,sek,sekunden,sekunde,h,x,€,°,zusteller
            units=fahrer,kunden,kinder,kind,nachbarn,freunde,sachen,dinge,teile,teil,teilen,artikeln
            units=lampen,stühle,bücher,tassen,teller,gläser,anläufe,anrufen,nachrichten,fotos,fragen
            units=gründe,beschwerden,fehler,mängel,zustellversuche,lieferungen,pakets,sendungen,sendung
            units=sorten,treppen,treppenstufen,wohnungen,hunde,katzen,liter,km,meter,zentimeter,gramm
            units=kilo,pfund,prozentpunkte,fach,er pack,jährige,jähriger,von uns,von den,von meinen
            units=von ihnen,davon,mehr,weitere,verschiedene,kaputte,defekte,beschädigte
            units=lange,neue,große,kleine,andere,leute,mitarbeiter,schritte,stufen,seiten,karten
            units=briefe,rücksendungen,retouren,minütige,wöchige,uhren,säcke,sack,tüten,pakt,pack
            date.prepositions=im,in,zum,zur,den,dem,bis,wohnung,stock,etage,stiege,top,haus,block,tor
            date.prepositions=stufe,version,kapitel,iphone,windows,linie,bus,gleis,ausgang,abschnitt
            date.prepositions=teil,typ,zone,regal,fach,modell,straße,strasse,weg,gasse,platz,allee,tel
            date.prepositions=telefon,handy,fax,code,rechnung,auftrag,ticket,kundennummer,artikel,artikelnummer
            date.prepositions=tag,woche,innerhalb,binnen,alle,letzten,ersten,nächsten,anderen
            date.prepositions=größe,gr,paket,pakete,pos,position,punkt,zwischen,meine,deine,unsere,ihre
            date.prepositions=seine,bei,aus,zu,wie,halb,kurz,weitere
            foreign=am,an,also,not,so,die,was,in,on,man,fast,gut,top,bin,also,to,as,of,hat,mark
            """;
    private static final String FRENCH =
            """
            but=mais,cependant,toutefois,néanmoins,pourtant,quoique
            for=pour
            after=de ma part,de notre part,pour moi,pour nous,sans hésiter,sans hésitation,cette fois
            after=cette fois-ci,au total,en tout,aujourd'hui,à mon avis,selon moi,sans problème,svp
            after=facile,facilement,franchement,bien mérité,mérité
            lead=on vous donne,c'est,c est,c'était,ce sera,pour moi,pour moi c'est,pour nous,oui,alors,donc,bon,bien
            lead=un bon,un beau,un grand,un petit,une bonne,franchement,honnêtement,un solide,je,moi
            lead=de ma part,on est à,globalement,un franc,un gros,sans hésiter,la note
            copula=est,était
            hedge=peut-être,peut être,probablement,je pense,je crois,pas sûr,pas sûre,disons plutôt
            hedge=plutôt,je sais pas,difficile à dire,ça dépend,à voir,attendez,blague,lol,euh,pardon
            if=si,s'il,s'ils,sauf si,à condition,à moins,dès que,tant que,si vous,quand vous
            change=passe,passe de,d'habitude
            except=sauf,hormis,excepté,à part,à l'exception,mis à part,seulement pour,juste pour,uniquement
            numeral=onze,douze,treize,quatorze,quinze,seize,vingt,vingts,trente,quarante,cinquante
            numeral=soixante,septante,huitante,octante,nonante,cent,cents,mille,million,demi,demie
            numeral=quart,quarts,tiers,virgule,douzaine,dizaine,moitié
            that=que,qu',qui,dont,où
            star=étoiles,étoile
            scale=échelle de,échelle
            please=svp,s'il vous plaît,merci de,stp
            good=parfait,parfaite,excellent,excellente,super,génial,géniale,impeccable,top,ravi,ravie
            good=très bien,merveilleux,extra,nickel
            bad=nul,nulle,horrible,catastrophe,catastrophique,honte,honteux,lamentable,inadmissible
            bad=déçu,déçue,décevant,scandaleux,minable,plus jamais,affreux,pire
            number-one=numéro,nombre,chiffre
            receiver=m',nous a,nous ont,nous avez,m'a,m'avez
            day=lundi,mardi,mercredi,jeudi,vendredi,samedi,dimanche,hier,demain,date,livré,livrée
            day=commandé,reçu,expédié,aujourd'hui
            units=x,ème,h,années,habitants,euros,°,de mes,de nos,des,d'entre,de plus,restants
            date.prepositions=appartement,appart,villa,résidence,allée,chemin,quai,cour,bis,niveau,chapitre
            date.prepositions=ligne,bus,sortie,article,articles,lot,série,entre,tous,les,deux,chaque,toutes
            date.prepositions=ce,cet,cette,mon,ton,son,nos,vos
            foreign=on,as,dire,a,or,car,pour,to,me,sent,but,an,sept
            """;
    private static final String LUXEMBOURGISH =
            """
            but=mee,awer,allerdéngs,obwuel
            for=fir
            after=vu mir,vun mir,vun eis,fir mech,fir eis,am ganzen,am grousse ganzen,haut,dës kéier
            after=dëse kéier,ouni ze zécken,wannechgelift,ganz kloer,op jidde fall,op alle fall
            lead=dat ass,dat war,et ass,et war,fir mech,fir eis,vu mir,vun eis,jo,also,eng gutt,eng
            lead=eng kloer,eng staark,eng voll,éierlech gesot,zimmlech sécher,ganz kloer,ech,just,eng déck
            copula=ass,war,sinn
            hedge=vläicht,eventuell,wahrscheinlech,warscheinlech,méiglecherweis,ech mengen,ech mengt
            hedge=mengen,schätzen,weess net,net sécher,kënnt drop un,nächst kéier,nächste kéier,hoffentlech
            hedge=geckeg,witz,oder sou
            if=wann,falls,ausser wann,soubal,soulaang,ënner der konditioun,wanns,wann s
            except=ausser,ofgesinn,just fir,nëmme fir,bis op
            numeral=eelef,elef,zwielef,dräizéng,véierzéng,fofzéng,siechzéng,siwwenzéng,uechtzéng
            numeral=nonzéng,zwanzeg,drësseg,véierzeg,foffzeg,sechzeg,siwwenzeg,achtzeg,nonzeg,honnert
            numeral=dausend,hallef,hallwen,hallwer,halwen,véierel,dräivéierel,drëttel,komma,dosen
            that=dass,datt,ob,déi,deen,dat
            star=stären,stäre,stär,ster,stere,steren,stärecher
            scale=skala vun,skala
            please=wannechgelift,w.e.g.,wgl,weg
            good=perfekt,super,tiptop,wonnerbar,exzellent,flott,top,genial,ganz gutt,ganz zefridden
            bad=katastroph,schlecht,schrecklech,skandal,onverschimt,enttäuscht,ni méi,futti,schlëmm
            change=au lieu de,à la place de,anstelle von,statt
            number-one=nummer,zuel
            receiver=him,mech
            opener=dat,den,dee,de,d',déi,ech,mir,et,alles,ganz,leider,super,huet,war,ass,fir,well,merci
            opener=just,awer,mee,an,nëmmen,hat,ëmmer,ni,séier,perfekt,top,all,kann,net,keen,keng
            day=méindeg,dënschdeg,mëttwoch,donneschdeg,freideg,samschdeg,sonndeg,gëschter,haut,muer
            day=datum,geliwwert,bestallt
            units=x,°,aner,nei,grouss,kleng,futti,vun hinnen,vun de,vun den,dovun,weider
            date.prepositions=appartement,haus,block,bis,vun,an,am,all,déi,dës,eis,är,meng,bei,tëschent
            date.prepositions=linn,bus,arrêt,quai,modell,versioun,lescht,éischt,nächst,aner
            foreign=am,an,no,of,de,en,e,is,war,well,so,on,as,was,to,sent,best,or
            """;
    private static final String PORTUGUESE =
            """
            but=mas,porém,contudo,todavia,embora,no entanto
            for=para,pela,pelo,pelos,pelas
            after=da minha parte,da nossa parte,para mim,para nós,sem dúvida,sem hesitar,desta vez,no total
            after=no geral,hoje,por favor,na minha opinião,de certeza,claro,com certeza,merecido
            lead=é um,é,foi,foi um,para mim,para mim é,para mim é um,sim,bem,pois,um bom,um belo,um grande
            lead=uma boa,sinceramente,honestamente,no geral,da minha parte,a minha,o meu,o,a,eu,um,uma
            copula=é,foi,era,são,está
            hedge=talvez,quiçá,provavelmente,possivelmente,acho que,acho,penso que,não sei,sei lá,depende
            hedge=digamos,difícil dizer,se calhar,para a próxima,da próxima vez,próxima vez,espero,ou assim
            hedge=brincadeira,desculpe,oxalá
            if=se,caso,desde que,a menos que,a não ser que,salvo se,assim que,quando me,se me,se não
            except=exceto,excepto,menos,salvo,à exceção,tirando,fora,só para,apenas para
            numeral=onze,doze,treze,catorze,quatorze,quinze,dezasseis,dezesseis,dezassete,dezessete,dezoito
            numeral=dezanove,dezenove,vinte,trinta,quarenta,cinquenta,sessenta,setenta,oitenta,noventa
            numeral=cem,cento,duzentos,mil,milhão,meio,meia,quarto,vírgula,dúzia,dezena,metade
            that=que,qual,quem,onde
            star=estrelas,estrela
            scale=escala de,escala
            please=por favor,pf,se faz favor,sff
            good=perfeito,perfeita,excelente,ótimo,ótima,óptimo,óptima,maravilha,fantástico,impecável,super
            good=muito bom,muito bem,adorei,espetacular
            bad=péssimo,péssima,horrível,terrível,vergonha,desastre,nunca mais,desilusão,desiludido
            bad=desiludida,inaceitável,lamentável,pior
            number-one=número,o número
            receiver=me,nos,deu-me,deram-me
            day=segunda,terça,quarta,quinta,sexta,sábado,domingo,feira,ontem,hoje,amanhã,data,entregue
            day=encomendado,enviado,recebido
            units=x,°,deles,delas,dos,das,de vocês,restantes,novos,novas,dias úteis,diferentes
            date.prepositions=apartamento,apto,bloco,andar,piso,casa,rua,avenida,av,travessa,largo,praça
            date.prepositions=porta,lote,linha,autocarro,modelo,versão,capítulo,entre,todos,os,as,dos,das
            date.prepositions=estes,estas,meus,minhas,nossos,seus,os meus,últimos,primeiros
            foreign=no,a,as,or,me,do,to,of,on,so,over,in,for,dos,at
            """;
    private static final String SLOVENIAN =
            """
            but=ampak,vendar,toda,a,čeprav,pa
            for=za
            after=od mene,od nas,z moje strani,z naše strani,po mojem,brez dvoma,brez oklevanja,brez pomisleka
            after=skupaj,tokrat,danes,prosim,zame,vsekakor,zasluženo,definitivno
            lead=je,to je,to je bila,bilo je,bila je,zame,zame je,zame je to,za mene,ja,no,torej,čista
            lead=čisto,čista desetka,gladka,močna,dobra,dobro,iskreno,od mene,z moje strani,jaz,pri meni
            lead=rekel bi,rekla bi,rekli bi,bi rekel,bi rekla,bi rekli
            copula=je,bila,bil,bilo,so
            hedge=morda,mogoče,verjetno,najbrž,nemara,mislim,ne vem,nisem prepričan,nisem prepričana
            hedge=odvisno,recimo,težko reči,naslednjič,drugič,upam,ali tako,šala,hec,ups
            if=če,ako,ukoliko,kadar,pod pogojem,razen če,dokler,ko boste,ko bo,ko dobim,ko vrnete
            except=razen,z izjemo,izvzemši,minus,samo za,le za
            numeral=enajst,dvanajst,trinajst,štirinajst,petnajst,šestnajst,sedemnajst,osemnajst
            numeral=devetnajst,dvajset,trideset,štirideset,petdeset,šestdeset,sedemdeset,osemdeset
            numeral=devetdeset,sto,dvesto,tristo,tisoč,milijon,pol,polovica,četrt,tretjina,ducat,cela,celih
            numeral=vejica,celo
            that=da,ki,kateri,katera,kar,kjer
            star=zvezdice,zvezdic,zvezdica,zvezdico,zvezdici,zvezda,zvezde,zvezd,zvezdi,zvezdicami
            scale=lestvici od,lestvici do,lestvica,lestvici,skali,skala
            please=prosim
            good=odlično,super,perfektno,popolno,krasno,čudovito,vrhunsko,zelo dobro,top,fantastično
            good=zelo zadovoljna,zelo zadovoljen
            bad=grozno,katastrofa,obupno,slabo,sramota,nikoli več,zanič,nesprejemljivo,razočaran
            bad=razočarana,razočaranje,škandal,najslabše
            number-one=številka,število
            receiver=mi,nam,meni
            day=ponedeljek,torek,sreda,sredo,četrtek,petek,sobota,soboto,nedelja,nedeljo,včeraj,danes
            day=jutri,datum,dostavljeno,naročeno,poslano
            units=°,od njih,od teh,različnih,novih,novi,nove,poškodovanih,poškodovani,celih,manjkajo
            date.prepositions=stanovanje,hiša,ulica,cesta,trg,vhod,linija,avtobus,model,verzija,vsi,vse,vseh
            date.prepositions=teh,ti,te,moji,moje,naši,naše,iz,med,pri,zadnji,zadnje,prvi,prve
            foreign=on,to,in,a,no,do,so,me,of,pod,as,at,or
            """;
    private static final String GREEK =
            """
            but=αλλά,όμως,ωστόσο,αν και,παρόλο,μα
            for=για
            after=από μένα,από εμένα,από εμάς,από μας,για μένα,για εμένα,για εμάς,χωρίς δισταγμό,συνολικά
            after=αυτή τη φορά,σήμερα,παρακαλώ,κατά τη γνώμη μου,σίγουρα,με τα χίλια,δίχως δισταγμό
            lead=είναι,είναι ένα,ήταν,ήταν ένα,για μένα,για μένα είναι,για εμένα,για εμάς,ναι,λοιπόν,ένα
            lead=ένα καλό,ένα μεγάλο,ένα καθαρό,ένα γερό,ένα ωραίο,ειλικρινά,από μένα,από εμένα,συνολικά
            lead=το,εγώ,καθαρό,σίγουρα
            copula=είναι,ήταν
            hedge=ίσως,μάλλον,μπορεί,πιθανόν,πιθανώς,πιθανότατα,νομίζω,δεν ξέρω,δεν είμαι σίγουρη,ας πούμε
            hedge=δεν είμαι σίγουρος,εξαρτάται,την επόμενη φορά,επόμενη φορά,ελπίζω,πλάκα,αστειεύομαι
            hedge=συγγνώμη,περίπου,ή κάτι τέτοιο,δύσκολο να πω
            if=αν,εάν,άμα,εφόσον,εκτός αν,εκτός εάν,υπό τον όρο,όταν μου,μόλις,αρκεί
            except=εκτός,πλην,με εξαίρεση,μόνο για,μείον,πέρα από
            numeral=έντεκα,ένδεκα,δώδεκα,δεκατρία,δεκατέσσερα,δεκαπέντε,δεκαέξι,δεκαεπτά,δεκαεφτά
            numeral=δεκαοκτώ,δεκαοχτώ,δεκαεννέα,δεκαεννιά,είκοσι,τριάντα,σαράντα,πενήντα,εξήντα
            numeral=εβδομήντα,ογδόντα,ενενήντα,εκατό,εκατόν,διακόσια,χίλια,χιλιάδες,μισό,μισή,μισά,ήμισυ
            numeral=και μισό,και κάτι,τέταρτο,κόμμα,δεκάδα,ντουζίνα
            that=ότι,πως,που,να,ούτε
            star=αστέρια,αστέρι,αστεράκια,αστεράκι,αστέρων,αστεριών
            scale=κλίμακα του,κλίμακα από,κλίμακα,άριστα το,με άριστα το
            please=παρακαλώ
            good=τέλεια,τέλειο,τέλειος,άψογα,άψογη,άψογο,εξαιρετικά,εξαιρετική,εξαιρετικό,υπέροχα,σούπερ
            good=πολύ καλά,πολύ ευχαριστημένος,πολύ ευχαριστημένη,φανταστικά,άριστα
            bad=απαράδεκτο,απαράδεκτη,απαράδεκτοι,χάλια,τραγικό,τραγική,αίσχος,ντροπή,ποτέ ξανά,καταστροφή
            bad=φρίκη,απογοητευμένος,απογοητευμένη,απογοήτευση,χειρότερη
            number-one=νούμερο,το νούμερο,αριθμός,ο αριθμός
            receiver=μου,μας
            day=δευτέρα,τρίτη,τετάρτη,πέμπτη,παρασκευή,σάββατο,κυριακή,χθες,χτες,σήμερα,αύριο,ημερομηνία
            day=παραδόθηκε,παρελήφθη
            units=°,από αυτά,από τα,από τις,από τους,διαφορετικά,καινούρια,σπασμένα,χαλασμένα,ακόμα
            date.prepositions=διαμέρισμα,οροφος,οδός,λεωφόρος,πλατεία,σπίτι,κωδικός,τηλ,τηλέφωνο,κινητό
            date.prepositions=μοντέλο,έκδοση,γραμμή,τα,τις,τους,οι,όλα,όλες,όλοι,αυτά,τις επόμενες,άλλα
            date.prepositions=πριν,πρώτα,πρώτες,τελευταίες,μεταξύ,κάθε
            """;
    private static final String ARABIC =
            """
            but=لكن,ولكن,لكني,ولكني,لكنه,لكنها,بس,إنما,غير أن,رغم,مع أن
            for=ل,لل,للتوصيل,للخدمة,للسائق,للمندوب
            after=مني,منا,من عندي,من عندنا,من طرفي,من جهتي,من وجهة نظري,بدون تردد,بلا تردد,دون تردد
            after=فقط,بكل تأكيد,هذه المرة,اليوم,بشكل عام,عموما,إجمالا,من فضلكم,بجدارة,كاملة,بالنسبة لي
            lead=هو,هي,بالنسبة لي,بالنسبة لنا,نعم,طيب,حسنا,بصراحة,مني,من عندي,من طرفي,هذا,هذه,عموما,أنا
            lead=علامة كاملة,العلامة الكاملة,الدرجة الكاملة,درجة كاملة,بكل تأكيد,أكيد
            copula=هو,هي,كان,كانت
            hedge=ربما,يمكن,ممكن,لعل,قد,قد يكون,أظن,اظن,أعتقد,اعتقد,مو متأكد,لست متأكدا,لا أعرف,لا أدري
            hedge=مش عارف,ما أدري,حسب,على حسب,المرة القادمة,المرة الجاية,إن شاء الله,ان شاء الله,أتمنى
            hedge=أمزح,نكتة,عفوا,يعني
            if=لو,إذا,اذا,إن,ان,بشرط,شرط,ما لم,إلا إذا,الا اذا,عندما,حين,حالما,طالما
            except=إلا,الا,ما عدا,ماعدا,عدا,باستثناء,سوى,ناقص,فقط ل,فقط للتوصيل
            numeral=أحد عشر,اثنا عشر,عشرون,عشرين,وعشرون,وعشرين,ثلاثون,ثلاثين,وثلاثون,وثلاثين,أربعون
            numeral=أربعين,وأربعون,وأربعين,خمسون,خمسين,وخمسون,وخمسين,ستون,ستين,وستون,وستين,سبعون
            numeral=سبعين,وسبعون,وسبعين,ثمانون,ثمانين,وثمانون,وثمانين,تسعون,تسعين,وتسعون,وتسعين,مئة
            numeral=مائة,مية,ومئة,ومائة,ألف,الف,نصف,ونصف,نص,ونص,ربع,وربع,ثلث,وثلث,فاصلة,بالمئة,بالمية
            numeral=مئتين,ميتين,مليون
            that=أن,ان,أنه,أنها,أنكم,انكم,بأن,التي,الذي
            star=نجوم,نجمة,نجمه,نجمات
            scale=مقياس من,مقياس,سلم من
            please=من فضلكم,من فضلك,رجاء,لو سمحتم,لو سمحت
            good=ممتاز,ممتازة,رائع,رائعة,مثالي,مثالية,جميل,جدا جيد,جيد جدا,مبهر,سعيد,سعيدة,روعة,خرافي
            bad=سيء,سيئ,سيئة,سيء جدا,فظيع,كارثة,كارثي,مريع,أسوأ,اسوأ,عيب,مخجل,محبط,خيبة,زفت,فاشل
            number-one=رقم,الرقم
            receiver=أعطاني,اعطاني,أعطوني,اعطوني,لي,لنا
            day=الأحد,الاثنين,الثلاثاء,الأربعاء,الخميس,الجمعة,السبت,أمس,امس,اليوم,غدا,بكرة,التاريخ
            day=وصل,وصلت
            units=°,منها,منهم,من هذه,من هؤلاء,أخرى,اخرى,مختلفة,جديدة
            date.prepositions=بين,كل,هذه,هؤلاء,آخر,أول,مرور
            """;

    private static final Map<String, String> BY_LANGUAGE =
            Map.of(
                    "en", ENGLISH,
                    "de", GERMAN,
                    "fr", FRENCH,
                    "lb", LUXEMBOURGISH,
                    "pt", PORTUGUESE,
                    "sl", SLOVENIAN,
                    "el", GREEK,
                    "ar", ARABIC);

    private MoreWords() {}

    /** The lists of a language by their keys; none for a language that is not known. */
    static Map<String, List<String>> of(String language) {
        return BY_LANGUAGE
                .getOrDefault(language, "")
                .lines()
                .map(line -> line.split("=", 2))
                .collect(groupingBy(line -> line[0], mapping(line -> line[1], toList())));
    }

    /** The entries of a list. */
    static List<String> entries(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
    }
}
